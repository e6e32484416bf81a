package org.hopwarden.cli;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Sends one datagram to a host and a port and waits for what comes back, or, with a port alone, answers one. Prints what came. */
final class UdpOnceProgram {

    private static final int PATIENCE_MILLIS = 30_000;

    private UdpOnceProgram() {
    }

    public static void main(String[] args) throws Exception {
        boolean asks = args.length > 1;
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        try (DatagramSocket socket = asks ? new DatagramSocket() : new DatagramSocket(Integer.parseInt(args[0]))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (asks) {
                byte[] question = "question".getBytes();
                socket.send(new DatagramPacket(question, question.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
            } else {
                System.out.println("ready");
            }
            socket.receive(packet);
            System.out.println(new String(packet.getData(), 0, packet.getLength()));
            if (!asks) {
                byte[] answer = "answer".getBytes();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        }
    }
}
