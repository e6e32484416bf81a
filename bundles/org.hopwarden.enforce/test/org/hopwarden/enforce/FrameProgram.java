package org.hopwarden.enforce;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;

import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPorts;

/** Sends frames as they are given, or prints those that come from {@link #SENDER}, for tests that run it in a namespace. */
final class FrameProgram {

    /** A sender that the network has not. */
    static final String SENDER = "02aabbccdd01";
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private FrameProgram() {
    }

    /** @param args {@code send IF HEX...}; {@code receive IF LAST}: prints frames up to the one that begins like LAST, which is the last one */
    public static void main(String[] args) throws IOException {
        try (FramePort port = PacketPorts.openFrames(args[1])) {
            if (args[0].equals("send")) {
                for (int i = 2; i < args.length; i++) {
                    if (!port.send(MemorySegment.ofArray(HexFormat.of().parseHex(args[i])))) {
                        throw new IOException("not sent: " + args[i]);
                    }
                }
            } else {
                receive(port, args[2]);
            }
        }
    }

    private static void receive(FramePort port, String last) throws IOException {
        System.err.println("receiving");
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try (FrameBatch batch = port.newBatch()) {
            while (System.nanoTime() < deadline) {
                int size = port.receive(batch, deadline - System.nanoTime());
                for (int i = 0; i < size; i++) {
                    String hex = HexFormat.of().formatHex(batch.memory().asSlice(batch.frameOffset(i), batch.frameLengthBytes(i))
                            .toArray(ValueLayout.JAVA_BYTE));
                    if (hex.startsWith(SENDER, 12)) {
                        System.out.println(hex);
                    }
                    if (hex.startsWith(last)) {
                        return;
                    }
                }
            }
        }
        throw new IOException("the last frame did not come");
    }
}
