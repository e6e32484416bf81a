package org.hopwarden.enforce.internal.ask;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.Optional;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PacketState.Programs;
import org.hopwarden.net.PacketView;

/**
 * A packet that somebody is asked about.
 *
 * @param bytes from its IP header on, perhaps cut short
 * @param context without its program, which is looked up where there is time
 * @param programs null where nobody finds any
 * @param policy that asked
 * @param decision its decision
 * @param held null where the back end could not let it wait
 */
public record Waiting(byte[] bytes, PacketContext context, Programs programs, CompiledPolicy policy, int decision, HeldPacket held) {

    /** Enough for all headers. */
    private static final int MOST_BYTES = 512;

    /** Of a packet that is only valid now. */
    public static Waiting of(PacketView packet, PacketState state, CompiledPolicy policy, int decision, HeldPacket held) {
        byte[] bytes = packet.segment().asSlice(packet.base(), Math.min(packet.lengthBytes(), MOST_BYTES)).toArray(ValueLayout.JAVA_BYTE);
        PacketContext context = new PacketContext(state.direction(), state.inInterface(), state.outInterface(), state.state(), Optional.empty(),
                state.mark(), Instant.now());
        return new Waiting(bytes, context, state.knowsNoPrograms() ? null : state.programs(), policy, decision, held);
    }

    /** The same with its program, which may take a moment to find. */
    public Waiting withProgram() {
        Program program = programs == null ? null : programs.find(view());
        return program == null ? this : new Waiting(bytes, context.withProgram(program), programs, policy, decision, held);
    }

    public PacketView view() {
        return PacketView.of(MemorySegment.ofArray(bytes));
    }

    public boolean mayHaveProgram() {
        return programs != null;
    }

    public Optional<Program> program() {
        return context.program();
    }

    public DescribedPacket packet() {
        return DescribedPacket.of(view(), context);
    }

    /** What another policy says of it. */
    public int decide(CompiledPolicy now) {
        return now.decide(view(), new PacketState(context.direction()).set(context));
    }

    /** Whether it waits in a back end. */
    public boolean isHeld() {
        return held != null && !held.isSettled();
    }

    /** Whether it has waited, and somebody else has said what becomes of it. */
    public boolean isOver() {
        return held != null && held.isSettled();
    }
}
