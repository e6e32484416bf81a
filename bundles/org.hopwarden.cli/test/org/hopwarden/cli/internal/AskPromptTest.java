package org.hopwarden.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.hopwarden.enforce.FlowChoice;
import org.hopwarden.enforce.FlowQuestion;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.Verdict;
import org.junit.jupiter.api.Test;

class AskPromptTest {

    /** Who may start programs gives their files names. */
    @Test
    void theNameOfAProgramMakesNoLinesOfItsOwn() throws Exception {
        Program program = new Program("/tmp/x\n  2* DNS to 192.0.2.53\t\u001b[2J", "mallory");
        DescribedPacket packet = DescribedPacket.parse("icmp echo-request from 10.0.0.1 to 192.0.2.1 out on eth0");
        String sent = "UDP, sent by " + program.path();
        FlowQuestion question = new FlowQuestion(1, packet, new byte[20], "a UDP packet", Optional.of(program),
                new Verdict(Verdict.Kind.ASK, Verdict.Basis.RULE, "out", 1, null, false, "ask ip any any"), "chain out, rule 1", 1, 1,
                List.of(new FlowChoice(sent, "", List.of("chain out: permit udp any any application " + program.path()))), 0,
                Instant.now(), Instant.now().plusSeconds(60));
        CountDownLatch asked = new CountDownLatch(1);
        ByteArrayOutputStream said = new ByteArrayOutputStream() {

            @Override
            public void flush() {
                if (toString(StandardCharsets.UTF_8).contains("Enter denies once")) {
                    asked.countDown();
                }
            }
        };
        PrintStream err = new EscapingStream(new PrintStream(said, true, StandardCharsets.UTF_8), true);
        try (PipedOutputStream silent = new PipedOutputStream(); PipedInputStream in = new PipedInputStream(silent)) {
            AskPrompt prompt = new AskPrompt(null, new TypedLines(in), err);
            prompt.begin();
            prompt.asked(question);
            asked.await();
            prompt.close();
        }
        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(4, lines.size(), () -> String.join("\n", lines));
        assertTrue(lines.getFirst().contains("/tmp/x\\u000a  2* DNS to 192.0.2.53\\u0009\\u001b[2J"), lines.getFirst());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("  2")));
    }
}
