package org.hopwarden.enforce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.zip.CRC32C;

/** One end of a TCP transfer, for tests: prints how many bytes passed it and their checksum. */
final class TcpProgram {

    private TcpProgram() {
    }

    /** @param args {@code serve ADDRESS PORT}, or {@code send ADDRESS PORT BYTES SEED} */
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[2]);
        InetAddress address = InetAddress.getByName(args[1]);
        if (args[0].equals("serve")) {
            try (ServerSocket server = new ServerSocket(port, 1, address)) {
                System.err.println("serving");
                server.setSoTimeout(60_000);
                try (Socket socket = server.accept(); InputStream in = socket.getInputStream()) {
                    socket.setSoTimeout(60_000);
                    CRC32C sum = new CRC32C();
                    byte[] buffer = new byte[1 << 16];
                    long count = 0;
                    for (int n; (n = in.read(buffer)) >= 0;) {
                        sum.update(buffer, 0, n);
                        count += n;
                    }
                    System.out.println(count + " " + sum.getValue());
                }
            }
            return;
        }
        Random random = new Random(Long.parseLong(args[4]));
        CRC32C sum = new CRC32C();
        long count = 0;
        try (Socket socket = new Socket(address, port); OutputStream out = socket.getOutputStream()) {
            byte[] buffer = new byte[1 << 20];
            for (long left = Long.parseLong(args[3]); left > 0;) {
                random.nextBytes(buffer);
                int n = (int) Math.min(left, buffer.length);
                sum.update(buffer, 0, n);
                out.write(buffer, 0, n);
                left -= n;
                count += n;
            }
        }
        System.out.println(count + " " + sum.getValue());
    }
}
