package org.hopwarden.packetio.internal;

/** Error numbers of Linux (asm-generic/errno-base.h, asm-generic/errno.h) that this bundle tells apart. */
final class Errno {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    static final int ENOMEM = 12;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int ENFILE = 23;
    static final int EMFILE = 24;
    static final int EMSGSIZE = 90;
    static final int ENOPROTOOPT = 92;
    static final int EPROTONOSUPPORT = 93;
    static final int EAFNOSUPPORT = 97;
    static final int EADDRINUSE = 98;
    static final int EADDRNOTAVAIL = 99;
    static final int ENETDOWN = 100;
    static final int ENETUNREACH = 101;
    static final int ENOBUFS = 105;
    static final int ECONNREFUSED = 111;
    static final int EHOSTUNREACH = 113;
    static final int EINPROGRESS = 115;

    private Errno() {
    }

    /** The meaning in English with the number, such as {@code network is unreachable (errno 101)}. */
    static String text(int errno) {
        String meaning = switch (errno) {
            case EPERM -> "operation not permitted";
            case ENOENT -> "no such file";
            case EIO -> "input or output error";
            case EBUSY -> "device or resource busy";
            case ENXIO -> "no such device";
            case ENOMEM -> "out of memory";
            case EACCES -> "permission denied";
            case ENODEV -> "no such device";
            case EINVAL -> "invalid argument";
            case ENFILE, EMFILE -> "too many open files";
            case EMSGSIZE -> "message too long";
            case ENOPROTOOPT -> "option not available";
            case EPROTONOSUPPORT -> "protocol not supported";
            case EAFNOSUPPORT -> "address family not supported";
            case EADDRINUSE -> "address in use";
            case EADDRNOTAVAIL -> "cannot assign that address";
            case ENETDOWN -> "network is down";
            case ENETUNREACH -> "network is unreachable";
            case ENOBUFS -> "no buffer space";
            case EHOSTUNREACH -> "no route to host";
            default -> "system error";
        };
        return meaning + " (errno " + errno + ")";
    }
}
