package org.hopwarden.cli.kernel;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.PolicyFiles;

/**
 * Enforces in the kernel the policy files that are lines of its input, each until the next one. Says of each how many packets were seen until then, and what is
 * decided in the engine; or why it is not taken.
 */
final class KernelProgram {

    private KernelProgram() {
    }

    public static void main(String[] args) throws Exception {
        EnforcementBackEnd kernel = EnforcementBackEnds.find("kernel").orElseThrow();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Enforcer enforcer = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            CompiledPolicy policy = CompiledPolicy.compile(PolicyFiles.load(Path.of(line)));
            try {
                if (enforcer == null) {
                    enforcer = kernel.start(new Request(policy, Map.of("hook", "in,out,forward"), VerdictListener.NONE));
                } else {
                    enforcer.replace(policy);
                }
                EnforcementStatistics counted = enforcer.statistics();
                System.out.println("at work: " + counted.seen() + " seen, " + counted.failed() + " failed, " + enforcer.note());
            } catch (PacketPortException e) {
                System.out.println("not taken: " + e.getMessage());
            }
        }
        if (enforcer != null) {
            enforcer.close();
        }
    }
}
