package org.hopwarden.enforce;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;

/** Sends datagrams and says what became of them, for tests. */
final class UdpProgram {

    private UdpProgram() {
    }

    /** @param args the address, the port, how many */
    public static void main(String[] args) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getByName(args[0]), Integer.parseInt(args[1]));
            socket.setSoTimeout(1500);
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                socket.send(new DatagramPacket(new byte[100], 100));
                socket.receive(new DatagramPacket(new byte[100], 100));
            }
            System.out.println("answered");
        } catch (PortUnreachableException e) {
            System.out.println("unreachable");
        } catch (SocketTimeoutException e) {
            System.out.println("silence");
        }
    }
}
