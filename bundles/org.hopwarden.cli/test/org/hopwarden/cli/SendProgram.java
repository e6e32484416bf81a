package org.hopwarden.cli;

import java.util.Arrays;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.packetio.AnswerPort;
import org.hopwarden.packetio.PacketPorts;

/** Sends the packets that its arguments describe, as from a raw socket of its host, and says how many the host took. */
final class SendProgram {

    private SendProgram() {
    }

    public static void main(String[] args) throws Exception {
        try (AnswerPort port = PacketPorts.openAnswers(0)) {
            System.out.println(Arrays.stream(args).filter(words -> port.send(DescribedPacket.parse(words).view().segment())).count());
        }
    }
}
