package org.hopwarden.packetio.internal;

/**
 * Numbers of the Linux system call interface as they stand on 64-bit x86 and ARM, each group with the kernel header that defines
 * it. They are part of the kernel's stable interface.
 */
final class Linux {

    // bits/socket.h, asm-generic/socket.h
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_PACKET = 17;
    static final int SOCK_STREAM = 1;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int SOL_SOCKET = 1;
    static final int SO_ERROR = 4;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    /** SO_RCVTIMEO_OLD: a struct timeval of two 64-bit numbers. */
    static final int SO_RCVTIMEO = 20;
    static final int SO_BINDTODEVICE = 25;
    static final int SO_ATTACH_FILTER = 26;
    static final int SO_SNDBUFFORCE = 32;
    static final int SO_RCVBUFFORCE = 33;
    /** SO_TIMESTAMPNS_OLD: a struct timespec of two 64-bit numbers; also the type of the control message. */
    static final int SO_TIMESTAMPNS = 35;
    static final int SO_MARK = 36;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_ERRQUEUE = 0x2000;
    static final int MSG_WAITFORONE = 0x10000;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SO_LINGER = 13;

    // linux/tcp.h
    static final int TCP_SYNCNT = 7;

    // linux/errqueue.h
    static final int SO_EE_ORIGIN_ICMP = 2;
    static final int SO_EE_ORIGIN_ICMP6 = 3;

    // linux/in.h, linux/in6.h
    static final int IPPROTO_IP = 0;
    static final int IPPROTO_IPV6 = 41;
    static final int IPPROTO_RAW = 255;
    static final int IPPROTO_ICMP = 1;
    static final int IPPROTO_TCP = 6;
    static final int IPPROTO_ICMPV6 = 58;
    static final int IP_TOS = 1;
    static final int IP_TTL = 2;
    static final int IP_RECVERR = 11;
    static final int IP_RECVTTL = 12;
    static final int IPV6_UNICAST_HOPS = 16;
    static final int IPV6_RECVERR = 25;
    static final int IPV6_RECVHOPLIMIT = 51;
    static final int IPV6_HOPLIMIT = 52;
    static final int IPV6_TCLASS = 67;
    static final int PMTUDISC_DONT = 0;
    static final int IP_HDRINCL = 3;
    static final int IP_MTU_DISCOVER = 10;
    static final int IPV6_MTU_DISCOVER = 23;
    /** The same number in both versions: set the don't-fragment bit, and go by the interface's MTU alone. */
    static final int PMTUDISC_PROBE = 3;
    static final int IPV6_V6ONLY = 26;
    static final int IPV6_HDRINCL = 36;

    // linux/if_packet.h
    static final int SOL_PACKET = 263;
    static final int PACKET_HOST = 0;
    static final int PACKET_OUTGOING = 4;
    static final int PACKET_ADD_MEMBERSHIP = 1;
    static final int PACKET_RX_RING = 5;
    static final int PACKET_STATISTICS = 6;
    static final int PACKET_COPY_THRESH = 7;
    static final int PACKET_AUXDATA = 8;
    static final int PACKET_VERSION = 10;
    static final int PACKET_VNET_HDR = 15;
    static final int PACKET_IGNORE_OUTGOING = 23;
    static final int PACKET_MR_PROMISC = 1;
    static final int TPACKET_V2 = 1;
    static final int TP_STATUS_KERNEL = 0;
    static final int TP_STATUS_USER = 1;
    static final int TP_STATUS_COPY = 1 << 1;
    static final int TP_STATUS_VLAN_VALID = 1 << 4;
    static final int TP_STATUS_VLAN_TPID_VALID = 1 << 6;

    // linux/if_ether.h
    static final int ETH_P_ALL = 0x0003;
    static final int ETH_P_IP = 0x0800;
    static final int ETH_P_IPV6 = 0x86dd;
    static final int ETH_P_8021Q = 0x8100;
    static final int ETH_P_ARP = 0x0806;
    static final int ETH_P_8021AD = 0x88a8;
    static final int ETH_P_QINQ1 = 0x9100;
    static final int ETH_P_PPP_SES = 0x8864;
    /** Smaller numbers are lengths. */
    static final int ETH_P_802_3_MIN = 0x0600;

    // linux/if_arp.h
    static final int ARPHRD_ETHER = 1;

    // net/if.h, linux/sockios.h
    static final int IFF_UP = 0x1;
    static final int IFF_LOOPBACK = 0x8;
    static final int IFF_RUNNING = 0x40;
    static final int SIOCGIFFLAGS = 0x8913;
    static final int SIOCGIFMTU = 0x8921;
    static final int SIOCGIFINDEX = 0x8933;
    static final int SIOCGIFHWADDR = 0x8927;
    static final int IFNAMSIZ = 16;

    // poll.h
    static final short POLLIN = 0x1;
    static final short POLLOUT = 0x4;
    static final short POLLERR = 0x8;

    // sys/eventfd.h
    static final int EFD_NONBLOCK = 0x800;
    static final int EFD_CLOEXEC = 0x80000;

    // asm-generic/mman-common.h
    static final int PROT_READ_WRITE = 0x3;
    static final int MAP_SHARED = 0x1;

    // asm-generic/fcntl.h
    static final int O_RDWR = 0x2;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;

    // linux/if_tun.h
    static final int IFF_TUN = 0x1;
    static final int IFF_NO_PI = 0x1000;
    static final long TUNSETIFF = 0x400454caL;

    // linux/time.h
    static final int CLOCK_REALTIME = 0;

    private Linux() {
    }
}
