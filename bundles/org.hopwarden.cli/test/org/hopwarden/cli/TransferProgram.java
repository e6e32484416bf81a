package org.hopwarden.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.zip.CRC32C;

/** One end of a TCP transfer, for tests: prints how many bytes passed it and their checksum. */
final class TransferProgram {

    private static final int PATIENCE_MILLIS = 60_000;

    private TransferProgram() {
    }

    /** @param args {@code serve ADDRESS PORT}, or {@code send ADDRESS PORT BYTES SEED} */
    public static void main(String[] args) throws IOException {
        InetAddress address = InetAddress.getByName(args[1]);
        int port = Integer.parseInt(args[2]);
        CRC32C sum = new CRC32C();
        long count = args[0].equals("serve") ? serve(address, port, sum)
                : send(address, port, Long.parseLong(args[3]), new Random(Long.parseLong(args[4])), sum);
        System.out.println(count + " " + sum.getValue());
    }

    private static long serve(InetAddress address, int port, CRC32C sum) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 1, address)) {
            System.err.println("serving");
            server.setSoTimeout(PATIENCE_MILLIS);
            try (Socket socket = server.accept(); InputStream in = socket.getInputStream()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                byte[] buffer = new byte[1 << 16];
                long count = 0;
                for (int n; (n = in.read(buffer)) >= 0;) {
                    sum.update(buffer, 0, n);
                    count += n;
                }
                return count;
            }
        }
    }

    private static long send(InetAddress address, int port, long bytes, Random random, CRC32C sum) throws IOException {
        byte[] buffer = new byte[1 << 20];
        try (Socket socket = new Socket(address, port); OutputStream out = socket.getOutputStream()) {
            for (long left = bytes; left > 0;) {
                random.nextBytes(buffer);
                int n = (int) Math.min(left, buffer.length);
                sum.update(buffer, 0, n);
                out.write(buffer, 0, n);
                left -= n;
            }
        }
        return bytes;
    }
}
