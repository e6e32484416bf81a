package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;
import org.hopwarden.rulemodel.PolicyFiles;

/**
 * Keeps a copy of the policy that was last put in force at each place of this host, for each of its network namespaces, so that the next one can be held against it. They
 * lie in {@code hopwarden/enforced} below the folder that XDG_STATE_HOME names; where it names none, below {@code /var/lib} for root and
 * {@code ~/.local/state} for others.
 */
public final class AppliedPolicies {

    private static final Path NAMED_NAMESPACES = Path.of("/run/netns");

    private final Path folder;
    private final String namespace;

    /** Those of the host's own network namespace. */
    public AppliedPolicies(Path folder) {
        this(folder, "");
    }

    /** @param namespace tells a network namespace apart; empty for the host's own */
    AppliedPolicies(Path folder, String namespace) {
        this.folder = requireNonNull(folder, "folder");
        this.namespace = requireNonNull(namespace, "namespace");
    }

    /** @param environment of this process */
    public static AppliedPolicies of(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path root = Path.of("/var/lib");
        Path base = !state.isEmpty() && Path.of(state).isAbsolute() ? Path.of(state) : Files.isWritable(root) ? root
                : Path.of(System.getProperty("user.home"), ".local", "state");
        return new AppliedPolicies(base.resolve("hopwarden").resolve("enforced"), namespace());
    }

    /** A network namespace has packets of its own, and the same places as any other: by its name, or else by the kernel's number for it. */
    private static String namespace() {
        try {
            Object here = number(Path.of("/proc/thread-self/ns/net"));
            if (here.equals(number(Path.of("/proc/1/ns/net")))) {
                return "";
            }
            if (Files.isDirectory(NAMED_NAMESPACES)) {
                try (DirectoryStream<Path> named = Files.newDirectoryStream(NAMED_NAMESPACES)) {
                    for (Path each : named) {
                        if (here.equals(number(each))) {
                            return " netns=" + each.getFileName();
                        }
                    }
                }
            }
            return " netns=" + here;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // Without the right to look, or on another system, there is one.
            return "";
        }
    }

    private static Object number(Path namespace) throws IOException {
        return Files.getAttribute(namespace, "unix:ino");
    }

    /**
     * What was last put in force at a place; empty where nothing was.
     *
     * @throws PolicyFileException if the copy cannot be read
     */
    public Optional<Policy> last(GatePlace place) throws PolicyFileException {
        Path file = file(place);
        return Files.exists(file) ? Optional.of(PolicyFiles.load(file)) : Optional.empty();
    }

    /**
     * A policy was put in force at a place.
     *
     * @param chain the name of the chain that decides; null where the policy says so itself
     * @throws IOException if the copy cannot be written; an older one is left
     */
    public void applied(GatePlace place, Policy policy, String chain) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(file(place), PolicyFiles.toBytes(alone(policy, chain), file(place)));
    }

    /** Where the copy for a place is. */
    public Path file(GatePlace place) {
        String name = place.name() + namespace;
        String readable = name.replaceAll("[^A-Za-z0-9]+", "-");
        UUID exact = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(readable.substring(0, Math.min(60, readable.length())) + "-" + exact.toString().substring(0, 8) + ".hwpolicy");
    }

    /** A copy in which the chain decides without being named: what it does not call is gone, and nothing is bound. */
    static Policy alone(Policy policy, String chain) {
        Policy copy = EcoreUtil.copy(policy);
        if (chain != null) {
            Chain deciding = copy.getChains().stream().filter(each -> chain.equals(each.getName())).findFirst().orElseThrow();
            Set<Chain> needed = Set.copyOf(Chains.reachable(deciding));
            copy.getChains().removeIf(each -> !needed.contains(each));
            copy.getChains().forEach(each -> each.getBindings().clear());
        }
        return copy;
    }
}
