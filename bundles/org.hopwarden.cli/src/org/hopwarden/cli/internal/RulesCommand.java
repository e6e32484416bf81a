package org.hopwarden.cli.internal;

import java.util.Locale;
import java.util.stream.Collectors;

import org.hopwarden.engine.Direction;
import org.hopwarden.rulemodel.ConnectionState;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Firewall rules as a policy: reading and writing them, and asking what they say of packets. */
@Command(name = "rules", description = "Firewall rules: begin a policy, import and export rules, check and compare them, ask what they say of"
        + " packets, and write a report.")
final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine commandLine(Output output) {
        CommandLine line = new CommandLine(new RulesCommand());
        line.addSubcommand(new RulesNewCommand(output));
        line.addSubcommand(new RulesImportCommand(output));
        line.addSubcommand(new RulesExportCommand(output));
        line.addSubcommand(new RulesCheckCommand(output));
        line.addSubcommand(new RulesDiffCommand(output));
        line.addSubcommand(new RulesTestCommand(output));
        line.addSubcommand(new RulesExplainCommand(output));
        line.addSubcommand(new RulesResolveCommand(output));
        line.addSubcommand(new RulesReportCommand(output));
        line.getCommandSpec().usageMessage().synopsisSubcommandLabel("(" + String.join("|", line.getSubcommands().keySet()) + ")");
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: "
                + spec.subcommands().keySet().stream().map(word -> "rules " + word).collect(Collectors.joining(", ")));
    }

    /** Reads the state of a connection by its word. */
    static final class StateConverter implements ITypeConverter<ConnectionState> {
        @Override
        public ConnectionState convert(String word) {
            ConnectionState state = ConnectionState.get(word.toLowerCase(Locale.ROOT));
            if (state == null) {
                throw new TypeConversionException("expected new, established, related, invalid or untracked, but was '" + word + "'");
            }
            return state;
        }
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
