package org.hopwarden.cli.internal;

import org.hopwarden.engine.Direction;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Firewall rules as a policy: reading and writing them, and asking what they say of packets. */
@Command(name = "rules", description = "Firewall rules: begin a policy, import and export rules, ask what they say of packets, and"
        + " write a report.",
        synopsisSubcommandLabel = "(new|import|export|test|explain|report)")
final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine commandLine(Output output) {
        CommandLine line = new CommandLine(new RulesCommand());
        line.addSubcommand(new RulesNewCommand(output));
        line.addSubcommand(new RulesImportCommand(output));
        line.addSubcommand(new RulesExportCommand(output));
        line.addSubcommand(new RulesTestCommand(output));
        line.addSubcommand(new RulesExplainCommand(output));
        line.addSubcommand(new RulesReportCommand(output));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: rules new, rules import, rules export, rules test, rules "
                + "explain or rules report");
    }

    /** Reads a direction by its word. */
    static final class DirectionConverter implements ITypeConverter<Direction> {
        @Override
        public Direction convert(String word) {
            for (Direction direction : Direction.values()) {
                if (direction.word().equalsIgnoreCase(word)) {
                    return direction;
                }
            }
            throw new TypeConversionException("expected in, out or forward, but was '" + word + "'");
        }
    }
}
