package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.packetio.PacketPortException;

/**
 * A place in which a policy can decide packets. Other teams add back ends with a plain class of their own: it has a public
 * constructor without parameters, is named in {@code META-INF/services/org.hopwarden.enforce.EnforcementBackEnd}, and works on
 * the command line and in the window alike. The built-in ones are found in the same way. One is made once and used many times,
 * by any thread, so it keeps nothing between calls: what runs is the {@link Enforcer}. What it says of itself ({@link #id},
 * {@link #label}, {@link #description}, {@link #options}) it says at once, because the window asks on its UI thread; the rest may
 * take time.
 */
public interface EnforcementBackEnd {

    /**
     * What this machine lacks.
     *
     * @param what what is missing, a sentence without its full stop
     * @param remedy what the user can do, as a sentence or a command; empty where nothing is known
     */
    record Obstacle(String what, String remedy) {

        public Obstacle {
            requireNonNull(what, "what");
            requireNonNull(remedy, "remedy");
        }
    }

    /**
     * Something that the user chooses.
     *
     * @param name for the command line, as in {@code --set NAME=VALUE}: lower case letters and dashes
     * @param label for the window, one or two words
     * @param description one sentence
     */
    record Option(String name, String label, String description) {

        public Option {
            requireNonNull(name, "name");
            requireNonNull(label, "label");
            requireNonNull(description, "description");
        }
    }

    /**
     * What is to be enforced.
     *
     * @param policy decides
     * @param values of the options, by their names
     * @param verdicts is to be told of every packet that the policy decided
     * @param dryRun whether packets are decided and counted, and all pass
     * @param questions who is asked where a rule asks; nobody in a dry run
     */
    record Request(CompiledPolicy policy, Map<String, String> values, VerdictListener verdicts, boolean dryRun, FlowQuestions questions) {

        /** To be enforced in earnest. */
        public Request(CompiledPolicy policy, Map<String, String> values, VerdictListener verdicts) {
            this(policy, values, verdicts, false, FlowQuestions.NOBODY);
        }

        public Request {
            requireNonNull(policy, "policy");
            requireNonNull(verdicts, "verdicts");
            requireNonNull(questions, "questions");
            values = Map.copyOf(values);
        }

        /** The same, but whether all packets pass and are only counted. */
        public Request withDryRun(boolean now) {
            return new Request(policy, values, verdicts, now, questions);
        }

        /** The same, but who is asked. */
        public Request withQuestions(FlowQuestions now) {
            return new Request(policy, values, verdicts, dryRun, now);
        }

        /**
         * The value of an option.
         *
         * @throws OptionException if the user gave none
         */
        public String value(Option option) throws OptionException {
            String value = values.get(option.name());
            if (value == null || value.isBlank()) {
                throw new OptionException(option, "there is no " + option.name() + " chosen", option.description() + ".");
            }
            return value;
        }

        /**
         * As {@link #value(Option)}, for an option that need not be given.
         *
         * @param otherwise what it is then
         */
        public String value(Option option, String otherwise) {
            String value = values.get(option.name());
            return value == null || value.isBlank() ? otherwise : value;
        }
    }

    /** An option has a value that cannot be: the user has to choose another. */
    final class OptionException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Option option;
        private final String remedy;

        /**
         * @param message what is wrong, with the value; a sentence without its full stop
         * @param remedy what the user can do; empty where nothing is known
         */
        public OptionException(Option option, String message, String remedy) {
            super(message);
            this.option = requireNonNull(option, "option");
            this.remedy = requireNonNull(remedy, "remedy");
        }

        public Option option() {
            return option;
        }

        /** What the user can do, or an empty text. */
        public String remedy() {
            return remedy;
        }
    }

    /** A short word that the command line takes, such as {@code bridge}: lower case letters, digits, single dots or dashes between. */
    String id();

    /** What it is, for people: {@code Bridge of two interfaces}. */
    String label();

    /** What it does with packets, and what it leaves as it is; one or two sentences. */
    String description();

    /** What keeps it from working on this machine, for this process, at this moment; empty where nothing is known to. Changes nothing. */
    Optional<Obstacle> obstacle();

    /** What the user chooses, in the order in which it is asked. May be empty. */
    List<Option> options();

    /**
     * What an option can be, the most probable first; empty where only the user knows.
     *
     * @param option one of {@link #options}
     * @param chosen the values of the options in front of it
     */
    List<String> choices(Option option, Map<String, String> chosen);

    /** Whether it can decide and count while all passes: see {@link Request#dryRun}. */
    default boolean runsDry() {
        return false;
    }

    /**
     * What it knows of packets beside their bytes. A policy that asks for more is noted before it is put to work.
     */
    default Set<Field> known() {
        return InlineBridge.KNOWN;
    }

    /**
     * Finds what is wrong with the values of options, as {@link #start} would, before anything else is done with the policy. Changes nothing.
     *
     * @throws OptionException if an option has no value, or one that cannot be
     * @throws PacketPortException where the system does not tell what there is to choose from
     */
    default void check(Request request) throws OptionException, PacketPortException {
        // Most find it out when they start.
    }

    /**
     * Puts a policy to work: when this returns, packets are decided, until the enforcer is closed.
     *
     * @throws OptionException if an option has no value, or one that cannot be
     * @throws PacketPortException if a right or a part of the system is missing, or fails
     */
    Enforcer start(Request request) throws OptionException, PacketPortException;
}
