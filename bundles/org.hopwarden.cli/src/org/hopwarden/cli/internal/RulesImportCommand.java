package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.PolicyImporter;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", sortOptions = false, description = {
        "Reads firewall rules written in another language into a policy file.",
        "What is not kept, and what its author should know, is told on standard error." })
final class RulesImportCommand implements Callable<Integer> {

    private static final Pattern TEXT_OF_NFT = Pattern.compile("^\\s*(add )?table (ip6?|inet|arp|bridge|netdev) \\S+", Pattern.MULTILINE);

    private final Output output;

    @Parameters(paramLabel = "FILE", description = "the rules to read, such as the running configuration of a Cisco router")
    private Path source;

    @Option(names = "--from", paramLabel = "LANGUAGE", completionCandidates = Languages.class,
            description = "the language of FILE: ${COMPLETION-CANDIDATES} (default: told from what is in it)")
    private String language;

    @Option(names = { "-o", "--output" }, paramLabel = "P.hwpolicy", required = true, description = "the policy file to write")
    private Path target;

    @Option(names = "--name", paramLabel = "NAME", description = "the policy's name (default: the name of FILE)")
    private String name;

    @Option(names = { "--chain", "--list" }, paramLabel = "NAME",
            description = "read this list or chain alone, and those that it calls (default: all)")
    private String chain;

    @Option(names = "--elsewhere", paramLabel = "ACTION", defaultValue = "deny",
            description = "what happens to packets that the rules say nothing of, such as IPv6: deny (default) or allow")
    private Disposition elsewhere;

    /** The languages that are there, those of plug-ins included; asked for only when help is shown. */
    static final class Languages implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Interchange.importers().stream().map(PolicyImporter::id).iterator();
        }
    }

    RulesImportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        PolicyImporter named = language == null ? null : named();
        byte[] content = content();
        PolicyImporter importer = named != null ? named : recognised(content);
        String policyName = name != null ? name : source.getFileName() == null ? "policy"
                : source.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]+$", "");
        ImportResult result;
        try {
            result = importer.read(content, new ImportOptions(policyName, elsewhere));
        } catch (ImportException e) {
            throw CommandFailure.badInput(e.problems().stream()
                    .map(problem -> source + ":" + problem.line() + ":" + problem.column() + ": " + problem.message())
                    .collect(Collectors.joining("\n")), "Nothing was written.");
        }
        if (chain != null) {
            keepOnly(result.policy());
        }
        Policies.save(result.policy(), target);
        for (ImportNote note : result.notes()) {
            output.err().println((note.severity() == ImportNote.Severity.WARNING ? "warning: " : "note: ") + source
                    + (note.line() > 0 ? ":" + note.line() : "") + ": " + note.message());
        }
        output.out().println(target);
        return ExitCode.DONE;
    }

    private PolicyImporter named() {
        return Interchange.importer(language).orElseThrow(() -> CommandFailure.usage("rules cannot be read from '" + language + "'",
                "There are: " + String.join(", ", new Languages()) + "."));
    }

    private PolicyImporter recognised(byte[] content) {
        PolicyImporter importer = Interchange.recognised(content).orElseThrow(() -> CommandFailure.usage(
                "the language of " + source + " cannot be told from what is in it" + (isTextOfNft(content)
                        ? ", which looks like the text of nft; 'nft -j list ruleset' writes what can be read" : ""),
                "Say it with --from: " + String.join(", ", new Languages()) + "."));
        output.err().println("note: " + source + " is read as " + importer.label() + ", by the look of it; --from says another language");
        return importer;
    }

    private static boolean isTextOfNft(byte[] content) {
        return TEXT_OF_NFT.matcher(new String(content, 0, Math.min(content.length, 1 << 20), StandardCharsets.ISO_8859_1)).find();
    }

    private void keepOnly(Policy policy) {
        Set<Chain> kept = new LinkedHashSet<>();
        policy.getChains().stream().filter(found -> found.getName().equals(chain)).forEach(found -> addCalled(found, kept));
        if (kept.isEmpty()) {
            throw CommandFailure.usage(source + " has no list or chain '" + chain + "'", "It has: "
                    + policy.getChains().stream().map(Chain::getName).collect(Collectors.joining(", ")) + ".");
        }
        policy.getChains().retainAll(kept);
    }

    private static void addCalled(Chain found, Set<Chain> kept) {
        if (kept.add(found)) {
            found.getRules().forEach(rule -> {
                if (rule.getAction() instanceof Call call) {
                    addCalled(call.getChain(), kept);
                }
            });
        }
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(source);
        } catch (NoSuchFileException e) {
            throw CommandFailure.badInput(source + ": there is no such file", "Check the path.");
        } catch (IOException e) {
            throw CommandFailure.badInput(source + " cannot be read: " + e.getMessage(), "Check that it is a file you may read.");
        }
    }
}
