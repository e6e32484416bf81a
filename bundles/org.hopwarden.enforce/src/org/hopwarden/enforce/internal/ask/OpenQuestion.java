package org.hopwarden.enforce.internal.ask;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.hopwarden.enforce.FlowQuestion;
import org.hopwarden.enforce.internal.ask.AnswerOptions.Option;
import org.hopwarden.engine.DescribedPacket;

/** A question that waits for its answer, and its packets. What changes in it is guarded by its {@link QuestionList}. */
public final class OpenQuestion {

    private static final int MOST_FLOWS = 16;

    private final long id;
    private final Key key;
    private final Waiting first;
    private final DescribedPacket packet;
    private final Flow flow;
    private final AnswerOptions options;
    private final Deque<Waiting> held = new ArrayDeque<>();
    /** One packet for each flow with its client's port, and whether the narrowest answer settles them all. */
    private final Map<List<Object>, DescribedPacket> flows = new LinkedHashMap<>();
    private final Instant asked = Instant.now();
    private final long announceNanos;
    private final long deadlineNanos;
    private final Instant deadline;
    private boolean manyPorts;
    private long packets;
    private boolean announced;
    private boolean beingAnswered;

    /** What packets of one question share. */
    public record Key(Flow flow, String chain, int rule) {

        /** Whether the other differs in its program at the most. */
        public boolean isSameButForProgram(Key other) {
            return rule == other.rule && Objects.equals(chain, other.chain) && flow.withoutProgram().equals(other.flow.withoutProgram());
        }
    }

    /**
     * @param announceNanos when people see it: a burst that has begun should be in it
     * @param deadlineNanos when it ends without an answer
     */
    public OpenQuestion(long id, Key key, Waiting first, AnswerOptions options, long announceNanos, long deadlineNanos) {
        this.id = id;
        this.key = key;
        this.first = first;
        this.options = options;
        packet = first.packet();
        flow = Flow.of(packet, first.program());
        this.announceNanos = announceNanos;
        this.deadlineNanos = deadlineNanos;
        deadline = asked.plusNanos(deadlineNanos - System.nanoTime());
    }

    /** A packet joins. @return the one that no longer fits in; null for none */
    HeldPacket add(Waiting waiting, int mostHeld) {
        packets++;
        DescribedPacket joined = waiting.packet();
        manyPorts |= Flow.of(joined, waiting.program()).servicePort() != flow.servicePort();
        if (flows.size() < MOST_FLOWS) {
            flows.putIfAbsent(List.of(joined.sourcePort(), joined.destinationPort()), joined);
        }
        if (!waiting.isHeld()) {
            return null;
        }
        held.removeIf(Waiting::isOver);
        held.add(waiting);
        return held.size() > mostHeld ? held.poll().held() : null;
    }

    FlowQuestion snapshot() {
        return new FlowQuestion(id, packet, first.bytes(), FlowWords.what(packet, flow), first.program(), options.asks(), options.place(), packets,
                (int) held.stream().filter(Waiting::isHeld).count(), options.options().stream().map(Option::choice).toList(), proposed(), asked, deadline);
    }

    /** The narrowest choice that settles all packets. */
    private int proposed() {
        for (int i = 0; manyPorts && i < options.options().size(); i++) {
            if (options.options().get(i).spec().breadth() == Breadth.TRACEROUTE_PORTS) {
                return i;
            }
        }
        return 0;
    }

    public long id() {
        return id;
    }

    public Key key() {
        return key;
    }

    public Waiting first() {
        return first;
    }

    public DescribedPacket packet() {
        return packet;
    }

    public Flow flow() {
        return flow;
    }

    public AnswerOptions options() {
        return options;
    }

    /** The packets that wait, oldest first; those of a question that nobody changes any more. */
    public Deque<Waiting> held() {
        return held;
    }

    /** One packet of each flow, with the ports of both ends. */
    List<DescribedPacket> flows() {
        return List.copyOf(flows.values());
    }

    boolean isAnnounced() {
        return announced;
    }

    void announced() {
        announced = true;
    }

    /** Whether somebody is about to answer it, so that its time does not end. */
    boolean isBeingAnswered() {
        return beingAnswered;
    }

    void beingAnswered(boolean now) {
        beingAnswered = now;
    }

    long announceNanos() {
        return announceNanos;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }
}
