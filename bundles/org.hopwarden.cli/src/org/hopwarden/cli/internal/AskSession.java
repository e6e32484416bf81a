package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

import org.hopwarden.enforce.AskBroker;
import org.hopwarden.enforce.AskCounts;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.EventLog;
import org.hopwarden.enforce.FlowAsker;
import org.hopwarden.enforce.FlowQuestions;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Who answers while a policy is enforced.
 *
 * @param broker null where no person is asked, as {@code prompt}
 */
record AskSession(FlowQuestions questions, AskBroker broker, AskPrompt prompt) implements AutoCloseable {

    static final AskSession NOBODY = new AskSession(FlowQuestions.NOBODY, null, null);

    /**
     * Begins to ask.
     *
     * @param events is told of questions and answers
     * @return what is to be used in the enforcer's place
     */
    Enforcer begin(Enforcer running, Optional<EventLog> events) {
        if (broker == null) {
            return running;
        }
        if (!running.replaces()) {
            running.close();
            throw CommandFailure.usage("answers cannot be put in force at " + running.place(), "Leave --ask prompt out.");
        }
        prompt.begin();
        FlowAsker asker = prompt;
        return broker.begin(running, events.map(log -> log.asker(asker)).orElse(asker));
    }

    void print(PrintStream out) {
        if (broker != null) {
            AskCounts counts = broker.counts();
            out.println("questions " + counts.questions() + ": answered " + counts.answered() + ", without an answer " + counts.unanswered()
                    + "; packets turned away " + counts.turnedAway() + ", displaced " + counts.displaced());
        }
    }

    void write(JsonGenerator json) throws IOException {
        if (broker != null) {
            AskCounts counts = broker.counts();
            json.writeObjectFieldStart("questions");
            json.writeNumberField("asked", counts.questions());
            json.writeNumberField("answered", counts.answered());
            json.writeNumberField("unanswered", counts.unanswered());
            json.writeNumberField("packets", counts.packets());
            json.writeNumberField("turnedAway", counts.turnedAway());
            json.writeNumberField("displaced", counts.displaced());
            json.writeEndObject();
        }
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
            prompt.close();
        }
    }
}
