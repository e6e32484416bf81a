package org.hopwarden.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.enforce.gate.GatePlace;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedWhileEnforcedTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder;

    private static Rule denyAll() {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(MODEL.createDeny());
        return rule;
    }

    private static List<String> rules(Policy policy) {
        return policy.getChains().getFirst().getRules().stream().map(RuleText::of).toList();
    }

    /** Decides nothing. */
    private static final class Idle implements Enforcer {

        @Override
        public EnforcementStatistics statistics() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String place() {
            return "a test";
        }

        @Override
        public boolean await(Duration atMost) {
            return false;
        }

        @Override
        public void close() {
            // Nothing runs.
        }
    }

    /** Captured packets are held against what is in force, and what was remembered is. */
    @Test
    void whatWasRememberedIsInForceForTheNextGate() throws Exception {
        Path file = folder.resolve("host.hwpolicy");
        Policy policy = MODEL.createPolicy();
        Chain chain = MODEL.createChain();
        chain.setName("out");
        policy.getChains().add(chain);
        PolicyFiles.save(policy, file);
        GateKeeper keeper = new GateKeeper(new GateOptions(), GatePlace.of(EnforcementBackEnds.find("simulated").orElseThrow(), Map.of()), file, true,
                false, NOBODY);
        try (PolicyReloads reloads = new PolicyReloads(file, null, null, false, null, keeper, new TypedLines(InputStream.nullInputStream()), NOBODY)) {
            Candidate first = new Candidate(PolicyFiles.load(file), null);
            reloads.begin(new Idle(), first);
            AnswerMemory memory = reloads.memory();
            memory.remember(into -> into.getChains().getFirst().getRules().add(denyAll()));
            try {
                memory.remember(into -> {
                    throw new AnswerException("not to be", "");
                });
            } catch (AnswerException e) {
                assertEquals("not to be", e.getMessage());
            }
            reloads.look();
            assertEquals(List.of("deny ip any any"), rules(PolicyFiles.load(file)));
            assertEquals(List.of("deny ip any any"), rules(reloads.inForce().policy()));
            assertEquals(List.of(), rules(first.policy()));
        }
    }
}
