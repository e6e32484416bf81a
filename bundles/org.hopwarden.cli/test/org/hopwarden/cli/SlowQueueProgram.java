package org.hopwarden.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;

/** Enforces the policy file that is its argument on what its host forwards, failing open, more slowly than packets come, and never ends it. */
final class SlowQueueProgram {

    private static final long DELAY_NANOS = 100_000;

    private SlowQueueProgram() {
    }

    @SuppressWarnings("resource") // ended by a signal
    public static void main(String[] args) throws Exception {
        Policy policy = PolicyFiles.load(Path.of(args[0]));
        policy.setFailMode(FailMode.OPEN);
        EnforcementBackEnds.find("nfqueue").orElseThrow().start(new Request(CompiledPolicy.compile(policy), Map.of("hook", "forward"),
                (packet, state, by, decision) -> LockSupport.parkNanos(DELAY_NANOS)));
        System.out.println("enforcing");
        Thread.sleep(Long.MAX_VALUE);
    }
}
