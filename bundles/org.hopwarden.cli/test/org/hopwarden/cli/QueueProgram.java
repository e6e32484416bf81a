package org.hopwarden.cli;

import java.nio.file.Path;
import java.util.EnumSet;

import org.hopwarden.enforce.QueueEnforcer;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.rulemodel.PolicyFiles;

/** Enforces the policy file that is its argument on the packets to its host, and never ends it. */
final class QueueProgram {

    private QueueProgram() {
    }

    @SuppressWarnings("resource") // that is what is tested
    public static void main(String[] args) throws Exception {
        QueueEnforcer.start(CompiledPolicy.compile(PolicyFiles.load(Path.of(args[0]))), EnumSet.of(Direction.IN), VerdictListener.NONE, false);
        System.out.println("enforcing");
        Thread.sleep(Long.MAX_VALUE);
    }
}
