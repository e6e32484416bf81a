package org.hopwarden.cli;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Sends UDP packets to two ports in turn, as fast as it can, until its standard input ends. Prints how many it sent. */
final class UdpFloodProgram {

    private UdpFloodProgram() {
    }

    /** @param args the address, and the two ports */
    public static void main(String[] args) throws Exception {
        InetAddress address = InetAddress.getByName(args[0]);
        DatagramPacket[] packets = { packet(address, args[1]), packet(address, args[2]) };
        int count = 0;
        Thread end = Thread.ofPlatform().daemon().start(UdpFloodProgram::awaitEnd);
        try (DatagramSocket socket = new DatagramSocket()) {
            for (; end.isAlive(); count++) {
                socket.send(packets[count % 2]);
            }
        }
        System.out.println(count);
    }

    private static void awaitEnd() {
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            // It has ended as well.
        }
    }

    private static DatagramPacket packet(InetAddress address, String port) {
        return new DatagramPacket(new byte[32], 32, address, Integer.parseInt(port));
    }
}
