package org.hopwarden.ui.rules.internal;

import java.util.function.Consumer;

import org.eclipse.swt.widgets.Widget;
import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.analysis.PolicyDiff.Change;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.ui.Latest;

/** Finds out, in the background, what a change of a policy means for packets, and says it in a sentence. For the UI thread. */
final class FixEffect {

    private static final String BACK = " Ctrl+Z takes it back.";

    private final Latest<Question, String> latest;
    private Policy before;
    private String done = "";

    private record Question(String done, Policy before, Policy after) {
    }

    /** @param tell takes the sentence */
    FixEffect(Widget owner, Consumer<String> tell) {
        latest = new Latest<>("Compare the policy with what it was", owner, FixEffect::compare, tell);
    }

    /**
     * Something is done to the policy, which shall be told once a copy of it is there.
     *
     * @param what such as {@code Remove rule 5}
     * @param policy a copy of what it was, which nobody changes
     */
    void begin(String what, Policy policy) {
        done = what;
        before = policy;
    }

    /** Takes a copy of the policy as it is now. */
    void take(Policy after) {
        if (before != null) {
            latest.take(new Question(done, before, after));
            before = null;
        }
    }

    private static String compare(Question question) {
        String done = "Done: " + question.done() + ".";
        try {
            PolicyDiff diff = PolicyDiff.of(question.before(), question.after());
            if (diff.isEqual()) {
                return done + " No packet gets another verdict." + BACK;
            }
            Change first = diff.changes().getFirst();
            int more = diff.changes().size() - 1;
            return done + " Other verdicts: " + first.from() + " before, " + first.to() + " now, such as "
                    + DescribedPacket.of(first.witness().packet(), first.witness().context()).withoutTime().words()
                    + (more == 0 ? "" : "; and " + more + (diff.isComplete() ? "" : " or more") + " other change" + (more == 1 ? "" : "s"))
                    + "." + BACK;
        } catch (PolicyCompileException e) {
            return done + " What that changes cannot be said: " + e.getMessage() + "." + BACK;
        }
    }

    /** That it was done, and how it is taken back. */
    static String done(String what) {
        return "Done: " + what + "." + BACK;
    }
}
