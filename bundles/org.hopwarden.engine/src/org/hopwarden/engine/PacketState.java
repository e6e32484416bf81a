package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.internal.RateTable;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * What is known of a packet beside its bytes, for {@link CompiledPolicy#decide(PacketView, PacketState)}: the same as a {@link
 * PacketContext}, but made once for a thread and filled for packet after packet without allocating. What is not set again keeps
 * its value; only the time and the program are forgotten with each {@link #next}. Not safe for use by several threads at a time.
 *
 * <pre>{@code
 * PacketState state = new PacketState(Direction.IN).interfaces("eth0", "").programs(sockets);
 * while (...) {
 *     state.next().state(tracked);
 *     int decision = policy.decide(packet, state);
 * }
 * }</pre>
 */
public final class PacketState {

    /** Finds the program that sends or receives a packet. */
    public interface Programs {

        /** Null where it is not known. Asked at most once for a packet, and only where a rule asks. */
        Program find(PacketView packet);
    }

    private static final Programs UNKNOWN = packet -> null;
    private static final long BEGIN = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    private static final long STEADY_BEGIN = System.nanoTime();

    private Direction direction;
    private String inInterface = "";
    private String outInterface = "";
    private ConnectionState state = ConnectionState.UNTRACKED;
    private int mark;
    private Programs programs = UNKNOWN;
    private Program program;
    private boolean programFound;
    private final LongSupplier clock;
    private final LongSupplier steady;
    private long timeNanos;
    private boolean timeKnown;
    private boolean timeSaid;
    private boolean takesTokens = true;
    private int[] passages = new int[16];
    private int passed;
    /** Whether a rule that the packet matched wants it logged. */
    boolean logged;
    /** The chains that packets of this direction and these interfaces meet, and whose policy says so; null where not known yet. */
    Routes.Route route;
    Routes routeOf;

    /** No interfaces, untracked, no mark, programs not known. */
    public PacketState(Direction direction) {
        this(direction, () -> TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()), () -> System.nanoTime() - STEADY_BEGIN + BEGIN);
    }

    /**
     * With clocks of its own, both in nanoseconds since 1970-01-01 UTC.
     *
     * @param clock as people set it
     * @param steady only goes forward, whatever people set
     */
    public PacketState(Direction direction, LongSupplier clock, LongSupplier steady) {
        this.direction = requireNonNull(direction, "direction");
        this.clock = requireNonNull(clock, "clock");
        this.steady = requireNonNull(steady, "steady");
    }

    /** Forgets what belongs to one packet alone: its program and time. The time is now unless {@link #at} sets another. */
    public PacketState next() {
        programFound = false;
        timeKnown = false;
        timeSaid = false;
        return this;
    }

    /** As a context says it. */
    public PacketState set(PacketContext context) {
        next().direction(context.direction()).interfaces(context.inInterface(), context.outInterface())
                .state(context.state()).mark(context.mark()).at(nanos(context.time()));
        program = context.program().orElse(null);
        programFound = true;
        return this;
    }

    public PacketState direction(Direction now) {
        if (now != direction) {
            direction = requireNonNull(now, "direction");
            route = null;
        }
        return this;
    }

    /** The names of the interfaces it comes in and leaves by; empty for none. */
    public PacketState interfaces(String in, String out) {
        if (!in.equals(inInterface) || !out.equals(outInterface)) {
            inInterface = in;
            outInterface = out;
            route = null;
        }
        return this;
    }

    /** What connection tracking says of it. */
    public PacketState state(ConnectionState now) {
        state = requireNonNull(now, "state");
        return this;
    }

    public PacketState mark(int now) {
        mark = now;
        return this;
    }

    /** Who finds programs, for this packet and those that follow. */
    public PacketState programs(Programs lookup) {
        programs = requireNonNull(lookup, "lookup");
        programFound = false;
        return this;
    }

    /** Who finds programs. */
    public Programs programs() {
        return programs;
    }

    /** Whether nobody finds programs. */
    public boolean knowsNoPrograms() {
        return programs == UNKNOWN;
    }

    /** When it is decided, in nanoseconds since 1970-01-01 UTC. */
    public PacketState at(long nanos) {
        timeNanos = nanos;
        timeKnown = true;
        timeSaid = true;
        return this;
    }

    /** Nanoseconds since 1970-01-01 UTC, and the nearest number there is for times that have none. */
    public static long nanos(Instant time) {
        long second = time.getEpochSecond();
        if (second > Long.MAX_VALUE / 1_000_000_000L - 1) {
            return Long.MAX_VALUE;
        }
        return second < Long.MIN_VALUE / 1_000_000_000L + 1 ? Long.MIN_VALUE : second * 1_000_000_000L + time.getNano();
    }

    public Direction direction() {
        return direction;
    }

    public String inInterface() {
        return inInterface;
    }

    public String outInterface() {
        return outInterface;
    }

    public ConnectionState state() {
        return state;
    }

    public int mark() {
        return mark;
    }

    /** The program of the packet that is decided; null where it is not known. */
    public Program program(PacketView packet) {
        if (!programFound) {
            program = programs.find(packet);
            programFound = true;
        }
        return program;
    }

    /** The program of the packet that was decided, where a rule has asked for it; else null. Looks nothing up. */
    public Program knownProgram() {
        return programFound ? program : null;
    }

    /** All that is known, to be kept; the program where a rule has asked for it. */
    public PacketContext known(Instant now) {
        return new PacketContext(direction, inInterface, outInterface, state, Optional.ofNullable(knownProgram()), mark, now);
    }

    /** When it is decided: now where nobody said. */
    public long timeNanos() {
        if (!timeKnown) {
            timeNanos = clock.getAsLong();
            timeKnown = true;
        }
        return timeNanos;
    }

    /**
     * From now on rates are looked at as if no packet had met them yet, and nothing of them is used up: for packets that nobody sent.
     */
    public PacketState withoutRates() {
        takesTokens = false;
        return this;
    }

    /** Whether a packet is within a rate, which it then uses up. */
    boolean takes(RateTable rate, PacketView packet) {
        return !takesTokens || rate.take(packet, steadyNanos());
    }

    /** When it is decided, for rates: as somebody said, else a time that goes on evenly when the clock is set. */
    private long steadyNanos() {
        return timeSaid ? timeNanos : steady.getAsLong();
    }

    /**
     * How many rules the last packet passed: they matched and left the decision to others, by their action, or because another
     * chain was asked as well.
     */
    public int passages() {
        return passed;
    }

    /** The slot of a rule, or end of a chain, that the last packet passed, in order. */
    public int passage(int index) {
        return passages[index];
    }

    /** Before a packet is decided. */
    void begin() {
        passed = 0;
        logged = false;
    }

    void passed(int slot) {
        if (passed == passages.length) {
            passages = Arrays.copyOf(passages, 2 * passed);
        }
        passages[passed++] = slot;
    }
}
