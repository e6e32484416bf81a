package org.hopwarden.cli.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.net.IpAddress;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.Policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "resolve", sortOptions = false, description = {
        "Looks up the DNS names in a policy, and writes the addresses that they stand for now into it.",
        "A name that cannot be looked up keeps the addresses that it had." })
final class RulesResolveCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "P.hwpolicy", description = "the policy file to read")
    private Path file;

    @Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "the policy file to write (default: the same)")
    private Path target;

    @Option(names = "--dry-run", description = "say what would change, and write nothing")
    private boolean dryRun;

    RulesResolveCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Policy policy = Policies.load(file);
        Map<String, List<AddressName>> names = names(policy);
        boolean allFound = true;
        for (Map.Entry<String, List<AddressName>> entry : names.entrySet()) {
            allFound &= resolve(entry.getKey(), entry.getValue());
        }
        if (names.isEmpty()) {
            output.out().println("The policy holds no DNS names.");
        }
        if (!dryRun && (target != null || !names.isEmpty())) {
            Policies.save(policy, target == null ? file : target);
        }
        return allFound ? ExitCode.DONE : ExitCode.NEGATIVE;
    }

    private static Map<String, List<AddressName>> names(Policy policy) {
        Map<String, List<AddressName>> names = new LinkedHashMap<>();
        for (Iterator<EObject> all = policy.eAllContents(); all.hasNext();) {
            if (all.next() instanceof AddressName name && name.getName() != null) {
                names.computeIfAbsent(name.getName(), key -> new ArrayList<>()).add(name);
            }
        }
        return names;
    }

    private boolean resolve(String name, List<AddressName> terms) {
        List<IpAddress> now;
        try {
            now = Arrays.stream(InetAddress.getAllByName(name)).map(IpAddress::of).distinct().sorted().toList();
        } catch (UnknownHostException e) {
            output.err().println("warning: '" + name + "' cannot be looked up; it keeps " + words(terms.get(0).getAddresses())
                    + ". Check its spelling and this host's name service.");
            return false;
        }
        boolean changed = terms.stream().anyMatch(term -> !term.getAddresses().equals(now));
        output.out().println(name + ": " + words(now) + (changed ? ", was " + words(terms.get(0).getAddresses()) : ", as before"));
        for (AddressName term : terms) {
            term.getAddresses().clear();
            term.getAddresses().addAll(now);
        }
        return true;
    }

    private static String words(List<IpAddress> addresses) {
        return addresses.isEmpty() ? "no address" : String.join(", ", addresses.stream().map(IpAddress::toString).toList());
    }
}
