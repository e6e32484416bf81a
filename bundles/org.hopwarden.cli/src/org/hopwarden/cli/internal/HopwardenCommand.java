package org.hopwarden.cli.internal;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(name = "hopwarden", description = "Network diagnostics: trace a path by every method, and find where and by what it is blocked.",
        subcommands = HelpCommand.class, synopsisSubcommandLabel = "COMMAND",
        footer = { "", "Exit codes: 0 done; 1 done, with a negative result (not reached); 2 usage; 3 missing rights or",
                "system part; 4 bad input file; 5 failed.",
                "Without a command, ./hopwarden opens the workbench; ./hopwarden test runs all tests." })
public final class HopwardenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** The whole command line, writing to {@code output}. */
    public static CommandLine commandLine(Output output) {
        CommandLine line = new CommandLine(new HopwardenCommand());
        line.addSubcommand(TraceCommand.commandLine(output));
        line.addSubcommand(new WatchCommand(output));
        line.addSubcommand(new PmtuCommand(output));
        line.addSubcommand(new ScanCommand(output));
        line.addSubcommand(new CaptureCommand(output));
        line.addSubcommand(RulesCommand.commandLine(output));
        line.addSubcommand(new EnforceCommand(output));
        line.addSubcommand(new LabCommand(output));
        line.addSubcommand(new InterfacesCommand(output));
        line.addSubcommand(new ConnectionsCommand(output));
        line.addSubcommand(new TourCommand(output));
        line.addSubcommand(new VersionCommand(output));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(TraceFormat.class, new WordConverter<>(TraceFormat.values()));
        line.registerConverter(LikeTool.class, new WordConverter<>(LikeTool.values()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setOut(new PrintWriter(output.out(), true));
        line.setErr(new PrintWriter(output.err(), true));
        line.setUsageHelpWidth(100);
        addHelpOption(line);
        return line;
    }

    /** What everybody tries first; the same as the command help. */
    private static void addHelpOption(CommandLine line) {
        line.getCommandSpec().addOption(OptionSpec.builder("--help").usageHelp(true).hidden(true)
                .description("Says how this command is used.").build());
        line.getSubcommands().values().forEach(HopwardenCommand::addHelpOption);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; there are: "
                + spec.subcommands().entrySet().stream()
                        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
                        .map(Map.Entry::getKey).collect(Collectors.joining(", ")));
    }
}
