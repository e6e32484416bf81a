package org.hopwarden.cli;

import java.nio.file.Path;
import java.util.Map;

import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.rulemodel.PolicyFiles;

/** Enforces the policy file that is its argument on the packets to its host, and never ends it. */
final class QueueProgram {

    private QueueProgram() {
    }

    @SuppressWarnings("resource") // that is what is tested
    public static void main(String[] args) throws Exception {
        EnforcementBackEnds.find("nfqueue").orElseThrow().start(new Request(CompiledPolicy.compile(PolicyFiles.load(Path.of(args[0]))),
                Map.of("hook", "in"), VerdictListener.NONE));
        System.out.println("enforcing");
        Thread.sleep(Long.MAX_VALUE);
    }
}
