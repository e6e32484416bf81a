package org.hopwarden.cli.internal;

import java.nio.file.Path;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;
import org.hopwarden.rulemodel.PolicyFiles;

/** Loads and compiles policy files for commands. */
final class Policies {

    private Policies() {
    }

    static Policy load(Path file) {
        try {
            return PolicyFiles.load(file);
        } catch (PolicyFileException e) {
            throw CommandFailure.badInput(e.getMessage(), "");
        }
    }

    static void save(Policy policy, Path file) {
        try {
            PolicyFiles.save(policy, file);
        } catch (PolicyFileException e) {
            throw new CommandFailure(ExitCode.FAILED, e.getMessage(), "");
        }
    }

    /** @param chain the name of the chain that decides, or null for the policy's only one */
    static CompiledPolicy compile(Path file, String chain) {
        return compile(file, chain, null);
    }

    /** @param failMode that holds in the place of the policy's own; null for the policy's own */
    static CompiledPolicy compile(Path file, String chain, FailMode failMode) {
        return compile(file, load(file, failMode), chain);
    }

    /** @param failMode that holds in the place of the policy's own; null for the policy's own */
    static Policy load(Path file, FailMode failMode) {
        Policy policy = load(file);
        if (failMode != null) {
            policy.setFailMode(failMode);
        }
        return policy;
    }

    /**
     * Compiles a policy that was loaded from a file.
     *
     * @param chain the name of the chain that decides, or null for the policy's only one
     */
    static CompiledPolicy compile(Path file, Policy policy, String chain) {
        try {
            return chain == null ? CompiledPolicy.compile(policy) : CompiledPolicy.compile(policy, chain);
        } catch (PolicyCompileException e) {
            boolean aboutChain = e.problems().isEmpty();
            String remedy = aboutChain ? "Choose one with --chain NAME." : "";
            throw new CommandFailure(aboutChain ? ExitCode.USAGE : ExitCode.BAD_INPUT, file + ": " + e.getMessage(), remedy);
        }
    }
}
