package org.hopwarden.enforce.internal;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Held;
import org.hopwarden.enforce.FlowQuestions.Holder;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.AnswerPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.QueueBatch;
import org.hopwarden.packetio.QueueBatch.Hook;
import org.hopwarden.packetio.QueuePort;
import org.hopwarden.rulemodel.ConnectionState;

/** Decides the packets of one queue, on one thread. */
public final class QueueWorker {

    private static final long WAIT_NANOS = 100_000_000;
    /** What rules look at of a transport header lies within that of TCP without options. */
    private static final int LOOKED_AT_BYTES = 20;

    private final QueuePort port;
    private final PacketDecider decider;
    private final AnswerPort answers;
    private final int foreignMark;
    private final PacketState in;
    private final PacketState out;
    private final PacketState forward;
    private final InterfaceNames names = new InterfaceNames();
    private final Rejection rejection = new Rejection();
    private final PacketView view = new PacketView();
    private final Holder holder = this::hold;
    private final Set<HeldPacket> held = new HashSet<>();
    private QueueBatch current;
    private int currentIndex;
    private final Progress progress = new Progress();
    private volatile boolean ending;

    /**
     * @param connection the state of the connections whose packets come into this queue
     * @param foreignMark bits of the mark that brought the packets here, and that they did not bear before
     */
    public QueueWorker(QueuePort port, PacketDecider decider, AnswerPort answers, ConnectionState connection, int foreignMark) {
        this.port = port;
        this.decider = decider;
        this.answers = answers;
        this.foreignMark = foreignMark;
        in = new PacketState(Direction.IN).state(connection);
        out = new PacketState(Direction.OUT).state(connection);
        forward = new PacketState(Direction.FORWARD).state(connection);
    }

    /** Who finds the programs of packets to and from this host; nobody, unless this is called before {@link #run}. */
    QueueWorker programs(SocketPrograms programs) {
        in.programs(programs.incoming());
        out.programs(programs.outgoing());
        return this;
    }

    /** Decides packets until the port is closed, or {@link #end} was called and none waits. Call it once. */
    public void run() throws PacketPortException {
        try (QueueBatch batch = port.newBatch()) {
            while (!port.isClosed()) {
                boolean last = ending;
                progress.made();
                int size = port.receive(batch, WAIT_NANOS);
                if (size > 0) {
                    decide(batch, size);
                } else if (last) {
                    return;
                }
            }
        }
    }

    /** Lets {@link #run} return as soon as no packet waits: none comes any more. */
    public void end() {
        ending = true;
    }

    private void decide(QueueBatch batch, int size) throws PacketPortException {
        decider.begin(size);
        boolean ended = false;
        try {
            names.refresh();
            int allowed = 0;
            for (int i = 0; i < size; i++) {
                Action action = decideOne(batch, i);
                if (action == Action.ALLOW) {
                    allowed++;
                }
                if (action != Action.HOLD && !decider.passes(action)) {
                    batch.drop(i);
                }
            }
            boolean told = port.decide(batch);
            decider.allowed(told ? allowed : 0, told ? 0 : allowed);
            ended = true;
        } finally {
            if (!ended) {
                decider.abandoned();
            }
        }
    }

    private Action decideOne(QueueBatch batch, int index) {
        if (!view.wrap(batch.memory(), batch.packetOffset(index), batch.packetLengthBytes(index)) || hidesItsTransport(view)) {
            return decider.undecided();
        }
        current = batch;
        currentIndex = index;
        String inInterface = names.of(batch.inInterface(index));
        String outInterface = names.of(batch.outInterface(index));
        if (inInterface == null || outInterface == null) {
            return decider.undecided();
        }
        PacketState state = state(batch.hook(index)).next().mark(batch.mark(index) & ~foreignMark).interfaces(inInterface, outInterface);
        Action action = decider.decide(view, state, view.statedLengthBytes(), holder);
        if (action == Action.REJECT && decider.rejectWith() != null) {
            MemorySegment answer = rejection.answer(view, decider.rejectWith());
            if (answer != null && answers.send(answer)) {
                decider.answered();
            }
        }
        return action;
    }

    /** The packet at hand. */
    private Held hold() {
        HeldPacket packet = new HeldPacket(current.hold(currentIndex));
        synchronized (held) {
            held.add(packet);
        }
        return packet;
    }

    /** One that waits in the kernel. */
    private final class HeldPacket implements Held {

        private final int packet;

        HeldPacket(int packet) {
            this.packet = packet;
        }

        @Override
        public void settle(Answer answer) {
            synchronized (held) {
                if (held.remove(this)) {
                    boolean told = port.settle(packet, answer == Answer.ALLOW);
                    decider.settled(told ? answer : Answer.UNANSWERED);
                }
            }
        }
    }

    /** Counts what still waits: the port is closed, and the kernel has dropped it. From now on no answer changes a count. */
    void dropHeld() {
        synchronized (held) {
            List.copyOf(held).forEach(each -> each.settle(Answer.UNANSWERED));
        }
    }

    /**
     * Whether so many extension headers stand in front that what rules look at was not copied, or not all of it: what stands there could be anything.
     *
     * @param packet as far as it was copied
     */
    static boolean hidesItsTransport(PacketView packet) {
        boolean cut = packet.isCutShort() || packet.lengthBytes() >= QueuePort.COPIED_BYTES;
        return cut && !packet.isLaterFragment()
                && (IpProtocol.isExtensionHeader(packet.protocol()) || packet.transportLengthBytes() < LOOKED_AT_BYTES);
    }

    private PacketState state(Hook hook) {
        return switch (hook) {
            case IN -> in;
            case OUT -> out;
            case FORWARD, OTHER -> forward;
        };
    }

    /** Whether its thread has gone on lately: it neither hangs nor has it ended. */
    boolean goesOn() {
        return progress.isRecent();
    }

    public OutcomeCounts counts() {
        return decider.counts();
    }

    public QueuePort port() {
        return port;
    }
}
