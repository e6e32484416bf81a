package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What {@link QueuePortTest} runs in a namespace of its own. */
final class QueuePortChecks {

    private static final long SOME_NANOS = 50_000_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private QueuePortChecks() {
    }

    static void closeWakesAWaitingReceive() throws Exception {
        QueuePort port = PacketPorts.openQueues(1, false, Set.of()).getFirst();
        QueueBatch batch = port.newBatch();
        CompletableFuture<Integer> received = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().daemon().start(() -> {
            try {
                received.complete(port.receive(batch, Long.MAX_VALUE));
            } catch (PacketPortException e) {
                received.completeExceptionally(e);
            }
        });
        while (waiting.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        // It may wait by now, or be just about to.
        Thread.sleep(100);
        port.close();
        assertEquals(0, received.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS));
        port.close();
        assertEquals(0, port.receive(batch, Long.MAX_VALUE));
        batch.close();
    }

    static void nothingComesInTime() throws IOException {
        try (QueuePort port = PacketPorts.openQueues(1, false, Set.of()).getFirst(); QueueBatch batch = port.newBatch()) {
            assertEquals(0, port.receive(batch, 0));
            assertEquals(0, port.receive(batch, 1));
            assertEquals(0, port.receive(batch, SOME_NANOS));
        }
    }

    static void packetsAreDecided() throws IOException, InterruptedException {
        try (QueuePort port = PacketPorts.openQueues(1, false, Set.of()).getFirst(); QueueBatch batch = port.newBatch()) {
            run("iptables -t mangle -A OUTPUT -j NFQUEUE --queue-num " + port.number());
            Process ping = new ProcessBuilder("ping", "-n", "-c", "3", "-i", "0.05", "-s", "100", "-W", "5", "127.0.0.1").start();
            int seen = 0;
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            // Questions and answers of three pings both go out.
            while (seen < 6 && System.nanoTime() < deadline) {
                int size = port.receive(batch, SOME_NANOS);
                for (int i = 0; i < size; i++) {
                    assertEquals(QueueBatch.Hook.OUT, batch.hook(i));
                    assertEquals(128, batch.packetLengthBytes(i));
                }
                port.decide(batch);
                seen += size;
            }
            assertEquals(0, ping.waitFor());
            assertEquals(6, seen);
        }
    }

    private static void run(String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line.split(" ")).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
    }
}
