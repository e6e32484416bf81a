package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.enforce.AskBroker;
import org.hopwarden.enforce.AskLimits;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;

import picocli.CommandLine.Option;

/** The options of {@code enforce} about packets that the policy leaves to a person. */
final class AskOptions {

    /** Who answers. */
    enum Ask {
        DENY, ALLOW, PROMPT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--ask", paramLabel = "WHO", description = "what becomes of packets where a rule asks: deny (default), allow (they pass, and each"
            + " flow is named on standard error), or prompt (you are asked on the terminal, and the packets wait meanwhile)")
    private Ask ask = Ask.DENY;

    @Option(names = "--ask-time", paramLabel = "SECONDS", description = "with --ask prompt: how long to wait for an answer (default 60)")
    private Double seconds;

    /** Says what is wrong with the options before anything is begun. */
    void check(boolean confirms, boolean dryRun) {
        if (seconds != null && ask != Ask.PROMPT) {
            throw CommandFailure.usage("--ask-time goes with --ask prompt", "Leave it out.");
        }
        if (seconds != null && !(seconds > 0 && seconds <= 86_400)) {
            throw CommandFailure.usage("--ask-time is a number of seconds from 0 to 86400, not " + seconds, "As in: --ask-time 60");
        }
        if (ask == Ask.PROMPT && confirms) {
            throw CommandFailure.usage("--ask prompt and --confirm both wait for what is typed", "Leave one of them out.");
        }
        if (ask != Ask.DENY && dryRun) {
            throw CommandFailure.usage("in a dry run everything passes, so nobody is asked", "Leave --ask or --dry-run out.");
        }
    }

    /**
     * What answers.
     *
     * @param policy that is enforced
     * @param chain the chain that decides; null where the policy says so
     * @param file of the policy
     * @param memory where answers are remembered
     */
    AskSession open(Policy policy, String chain, Path file, AnswerMemory memory, TypedLines typed, PrintStream err) {
        return switch (ask) {
            case DENY -> AskSession.NOBODY;
            case ALLOW -> new AskSession(new AllowedFlows(err), null, null);
            case PROMPT -> {
                AskLimits limits = seconds == null ? AskLimits.DEFAULT
                        : AskLimits.DEFAULT.withAnswerTime(Duration.ofNanos((long) (seconds * 1e9)));
                try {
                    AskBroker broker = new AskBroker(policy, chain, limits, memory);
                    yield new AskSession(broker, broker, new AskPrompt(broker, typed, err));
                } catch (PolicyCompileException e) {
                    throw CommandFailure.badInput(file + ": " + e.getMessage(), "");
                }
            }
        };
    }
}
