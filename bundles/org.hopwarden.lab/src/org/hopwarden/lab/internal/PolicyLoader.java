package org.hopwarden.lab.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.Topology;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;

/** Loads the policies that the filters of one topology name; a file that several name is read once. */
final class PolicyLoader {

    private static final String INSTEAD = "or leave this filter out";

    private final Optional<Path> folder;
    private final Problems problems;
    private final Map<Path, Policy> loaded = new HashMap<>();
    private final Map<List<Object>, CompiledPolicy> compiled = new HashMap<>();

    /** @param folder where relative paths start; empty where they are refused */
    PolicyLoader(Optional<Path> folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The filter of a section with the key {@code policy}; null where that policy cannot be used, which is noted. */
    Topology.PolicyFilter load(Section section, FilterPlace place) {
        String text = section.text("policy", null);
        String chain = section.text("chain", null);
        Path file = text == null ? null : file(section, text);
        Policy policy = file == null ? null : policy(section, file);
        CompiledPolicy ready = policy == null ? null : compile(section, file, policy, chain);
        return ready == null || place == null ? null : new Topology.PolicyFilter(place, file, ready);
    }

    private Path file(Section section, String text) {
        Path path;
        try {
            path = Path.of(text);
        } catch (InvalidPathException e) {
            problems.add(section.valuePosition("policy"), "'" + text + "' is no path: " + e.getReason(),
                    "write the path of a policy file, such as \"border.hwpolicy\"");
            return null;
        }
        if (!path.isAbsolute() && folder.isEmpty()) {
            problems.add(section.valuePosition("policy"), "the policy '" + text + "' has a relative path, and this topology"
                    + " stands in no folder that it could start from", "write the whole path, or save the topology as a file");
            return null;
        }
        path = path.isAbsolute() ? path : folder.get().resolve(path);
        if (Files.isRegularFile(path)) {
            return path;
        }
        problems.add(section.valuePosition("policy"), Files.exists(path) ? path + " is no regular file"
                : "there is no policy file " + path, "relative paths start at the folder of the topology file");
        return null;
    }

    private Policy policy(Section section, Path file) {
        Policy policy = loaded.get(file);
        if (policy == null) {
            try {
                policy = PolicyFiles.load(file);
                List<PolicyProblem> unsound = PolicyProblems.of(policy);
                if (!unsound.isEmpty()) {
                    problems.add(section.valuePosition("policy"), file + ": " + unsound.getFirst()
                            + (unsound.size() == 1 ? "" : ", and " + (unsound.size() - 1) + " more problems"), INSTEAD);
                    return null;
                }
                loaded.put(file, policy);
            } catch (PolicyFileException e) {
                problems.add(section.valuePosition("policy"), e.getMessage(), INSTEAD);
            }
        }
        return policy;
    }

    private CompiledPolicy compile(Section section, Path file, Policy policy, String chain) {
        List<String> names = policy.getChains().stream().map(Chain::getName).toList();
        if (chain != null && !names.contains(chain)) {
            problems.add(section.valuePosition("chain"), "the policy " + file + " has no chain '" + chain + "'",
                    names.isEmpty() ? "it has none at all: leave 'chain' out" : NearestWord.hint(chain, names));
            return null;
        }
        if (chain == null && names.size() > 1) {
            problems.add(section.valuePosition("policy"), "the policy " + file + " has " + names.size() + " chains",
                    "name one, such as chain = \"" + names.getFirst() + "\"");
            return null;
        }
        List<Object> key = new ArrayList<>(List.of(file));
        key.add(chain);
        CompiledPolicy ready = compiled.get(key);
        if (ready == null) {
            try {
                ready = chain == null ? CompiledPolicy.compile(policy) : CompiledPolicy.compile(policy, chain);
                compiled.put(key, ready);
            } catch (PolicyCompileException e) {
                problems.add(section.valuePosition("policy"), file + ": " + e.getMessage(), INSTEAD);
            }
        }
        return ready;
    }
}
