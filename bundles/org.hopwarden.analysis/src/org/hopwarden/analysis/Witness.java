package org.hopwarden.analysis;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.engine.PacketContext;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * A packet that shows what is said of a policy: the simplest one there is, with usual values wherever it does not matter.
 *
 * @param bytes the packet from its IP header on; not to be changed
 * @param context what is known of it beside its bytes
 * @param provided what must hold beside, in words, such as that a rate is exceeded; mostly empty
 */
public record Witness(byte[] bytes, PacketContext context, List<String> provided) {

    public Witness {
        requireNonNull(bytes, "bytes");
        requireNonNull(context, "context");
        provided = List.copyOf(provided);
    }

    /** A new view of the packet. */
    public PacketView packet() {
        return PacketView.of(MemorySegment.ofArray(bytes));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(context.direction().word()).append(": ").append(packet());
        if (!context.inInterface().isEmpty()) {
            text.append(", in by ").append(context.inInterface());
        }
        if (!context.outInterface().isEmpty()) {
            text.append(", out by ").append(context.outInterface());
        }
        if (context.state() != ConnectionState.UNTRACKED) {
            text.append(", state ").append(context.state().getLiteral());
        }
        context.program().ifPresent(program -> text.append(", of ").append(program.path()));
        if (context.mark() != 0) {
            text.append(", mark 0x").append(Integer.toHexString(context.mark()));
        }
        provided.forEach(one -> text.append(", ").append(one));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Witness witness && Arrays.equals(bytes, witness.bytes)
                && context.equals(witness.context) && provided.equals(witness.provided);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + context.hashCode();
    }
}
