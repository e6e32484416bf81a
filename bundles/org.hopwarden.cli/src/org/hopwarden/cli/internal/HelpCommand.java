package org.hopwarden.cli.internal;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Help for a command of any depth; picocli's own stops at the first word. */
@Command(name = "help", helpCommand = true, description = "Says how a command is used.")
final class HelpCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "the words of a command, such as: rules import")
    private List<String> words = List.of();

    @Override
    public void run() {
        CommandLine command = spec.commandLine().getParent();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(spec.commandLine(), "there is no command '" + String.join(" ", words) + "'");
            }
            command = next;
        }
        command.usage(spec.commandLine().getParent().getOut());
    }
}
