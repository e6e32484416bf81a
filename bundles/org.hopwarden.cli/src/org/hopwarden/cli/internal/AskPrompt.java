package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AskBroker;
import org.hopwarden.enforce.FlowAnswer;
import org.hopwarden.enforce.FlowAnswer.Term;
import org.hopwarden.enforce.FlowAsker;
import org.hopwarden.enforce.FlowChoice;
import org.hopwarden.enforce.FlowQuestion;
import org.hopwarden.engine.Direction;

/**
 * Asks on the terminal, one question after the other. What was typed before a question stood there does not answer it; lines out of a pipe
 * answer one question each, in order, and where there are none left, everything is denied.
 */
final class AskPrompt implements FlowAsker {

    private static final long LOOK_MILLIS = 50;
    /** A choice and how long it holds, or d for no with the like. */
    private static final Pattern ANSWER = Pattern.compile("(d)?(\\d{0,4})([osr])?");

    private final AskBroker broker;
    private final TypedLines typed;
    private final PrintStream err;
    private final boolean terminal = GateKeeper.isTerminal();
    private final Map<Long, FlowQuestion> waiting = new LinkedHashMap<>();
    private boolean saidThatNobodyAnswers;
    private boolean closed;
    private Thread thread;

    AskPrompt(AskBroker broker, TypedLines typed, PrintStream err) {
        this.broker = broker;
        this.typed = typed;
        this.err = err;
    }

    /** Before the first question. */
    void begin() {
        typed.begin();
        thread = Thread.ofPlatform().daemon().name("prompt").start(this::run);
    }

    @Override
    public synchronized void asked(FlowQuestion question) {
        waiting.put(question.id(), question);
        notifyAll();
    }

    @Override
    public synchronized void changed(FlowQuestion question) {
        waiting.computeIfPresent(question.id(), (id, old) -> question);
    }

    @Override
    public synchronized void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer) {
        waiting.remove(question.id());
        switch (end) {
            case NO_ANSWER -> err.println("no answer in time, denied: " + question.what());
            case SETTLED -> err.println("needs no answer any more: " + question.what());
            case ANSWERED, CLOSED -> {
                // Who answers knows, and at the end nobody need.
            }
        }
        notifyAll();
    }

    private void run() {
        try {
            for (FlowQuestion question = next(); question != null; question = next()) {
                if (typed.take(this)) {
                    ask(question);
                    typed.give(this);
                } else {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized FlowQuestion next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return closed ? null : waiting.values().iterator().next();
    }

    private synchronized boolean isOpen(FlowQuestion question) {
        return !closed && waiting.containsKey(question.id());
    }

    private void ask(FlowQuestion question) throws InterruptedException {
        while (terminal && typed.poll().isPresent()) {
            // Typed before anybody could have read the question.
        }
        print(question);
        while (isOpen(question)) {
            Optional<String> line = typed.poll();
            if (line.isPresent()) {
                if (answer(question, line.get().strip().toLowerCase(Locale.ROOT))) {
                    return;
                }
            } else if (typed.isEnded()) {
                if (!saidThatNobodyAnswers) {
                    saidThatNobodyAnswers = true;
                    err.println("nobody can answer any more: what the policy asks about is denied");
                }
                give(question, FlowAnswer.DENY_ONCE);
                while (isOpen(question)) {
                    // It could not be put in force: the question ends in its time.
                    Thread.sleep(LOOK_MILLIS);
                }
                return;
            } else {
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private void print(FlowQuestion question) {
        long seconds = Math.max(0, Duration.between(Instant.now(), question.deadline()).toSeconds());
        String on = question.direction() == Direction.IN ? question.packet().inInterface() : question.packet().outInterface();
        StringBuilder text = new StringBuilder("? ").append(question.what()).append(", ").append(question.direction().word());
        if (!on.isEmpty()) {
            text.append(" on ").append(on);
        }
        question.program().ifPresent(program -> text.append(", by ").append(program.path()).append(" as ").append(program.user()));
        text.append("; ").append(question.place()).append(" asks; ").append(question.packets() == 1 ? "1 packet" : question.packets() + " packets");
        err.println(EscapingStream.line(text.toString()));
        List<FlowChoice> choices = question.choices();
        for (int i = 0; i < choices.size(); i++) {
            err.println(EscapingStream.line("  " + (i + 1) + (i == question.proposed() ? "* " : "  ") + choices.get(i).what()
                    + (choices.get(i).more().isEmpty() ? "" : " [lets in more: " + choices.get(i).more() + "]")));
            if (i == question.proposed()) {
                choices.get(i).rules().forEach(rule -> err.println(EscapingStream.line("       " + rule)));
            }
        }
        err.println("  a number allows it, d denies; s behind it: for this session, r: remembered in the policy; Enter denies once (" + seconds + " s)");
        err.flush();
    }

    /** @return whether the question has its answer */
    private boolean answer(FlowQuestion question, String line) {
        Matcher matcher = ANSWER.matcher(line);
        if (!matcher.matches()) {
            err.println("not understood: '" + line + "'; as in 1, 2s, 1r, d, ds");
            return false;
        }
        boolean denies = matcher.group(1) != null || matcher.group(2).isEmpty();
        int choice = matcher.group(2).isEmpty() ? question.proposed() : Integer.parseInt(matcher.group(2)) - 1;
        if (choice < 0 || choice >= question.choices().size()) {
            err.println("there is no choice " + matcher.group(2) + "; there are 1 to " + question.choices().size());
            return false;
        }
        String term = matcher.group(3) == null ? "o" : matcher.group(3);
        return give(question, new FlowAnswer(!denies, choice, switch (term) {
            case "s" -> Term.SESSION;
            case "r" -> Term.REMEMBERED;
            default -> Term.ONCE;
        }));
    }

    private boolean give(FlowQuestion question, FlowAnswer answer) {
        try {
            broker.answer(question.id(), answer);
            err.println(EscapingStream.line((answer.allow() ? "allowed" : "denied") + switch (answer.term()) {
                case ONCE -> " once: ";
                case SESSION -> " for this session: ";
                case REMEMBERED -> ", and remembered as a rule under review: ";
            } + question.choices().get(answer.choice()).what()));
            return forget(question);
        } catch (AnswerException e) {
            err.println("hopwarden: " + e.getMessage() + (e.remedy().isEmpty() ? "" : ". " + e.remedy()));
            return !isOpen(question);
        }
    }

    private synchronized boolean forget(FlowQuestion question) {
        waiting.remove(question.id());
        return true;
    }

    /** Ends it. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
