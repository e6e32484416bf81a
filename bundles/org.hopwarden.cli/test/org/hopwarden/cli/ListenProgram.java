package org.hopwarden.cli;

import java.net.ServerSocket;

/** Listens on the TCP ports that are its arguments, for both IP versions, until its standard input ends. The kernel accepts connections by itself. */
final class ListenProgram {

    private ListenProgram() {
    }

    @SuppressWarnings("resource") // they go with the process
    public static void main(String[] args) throws Exception {
        ServerSocket[] sockets = new ServerSocket[args.length];
        for (int i = 0; i < args.length; i++) {
            sockets[i] = new ServerSocket(Integer.parseInt(args[i]));
        }
        System.out.println("listening");
        while (System.in.read() >= 0) {
            continue;
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
