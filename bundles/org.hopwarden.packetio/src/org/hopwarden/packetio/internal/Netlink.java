package org.hopwarden.packetio.internal;

/** Numbers of netlink(7) and of the kernel's packet queues over it, each group with the kernel header that defines it. */
final class Netlink {

    // linux/netlink.h
    static final int AF_NETLINK = 16;
    static final int NETLINK_NETFILTER = 12;
    static final int SOL_NETLINK = 270;
    static final int NETLINK_NO_ENOBUFS = 5;
    static final int HEADER_BYTES = 16;
    static final int TYPE = 4;
    static final int FLAGS = 6;
    static final int SEQUENCE = 8;
    static final int PORT = 12;
    static final int ATTRIBUTE_BYTES = 4;
    static final int ATTRIBUTE_TYPE = 0x3fff;
    static final short NO_OPERATION = 1;
    static final short ERROR = 2;
    static final short REQUEST = 1;
    static final short ACKNOWLEDGE = 4;
    static final int SOCKET_ADDRESS_BYTES = 12;

    // linux/netfilter/nfnetlink.h
    static final int FAMILY_BYTES = 4;

    // linux/netfilter/nfnetlink_queue.h: the subsystem's number in front of the message's
    static final short QUEUE_PACKET = 3 << 8;
    static final short QUEUE_VERDICT = 3 << 8 | 1;
    static final short QUEUE_CONFIG = 3 << 8 | 2;
    static final short QUEUE_VERDICT_BATCH = 3 << 8 | 3;
    static final int NFQA_PACKET_HDR = 1;
    static final int NFQA_VERDICT_HDR = 2;
    static final int NFQA_MARK = 3;
    static final int NFQA_IFINDEX_INDEV = 5;
    static final int NFQA_IFINDEX_OUTDEV = 6;
    static final int NFQA_PAYLOAD = 10;
    static final int NFQA_CFG_CMD = 1;
    static final int NFQA_CFG_PARAMS = 2;
    static final int NFQA_CFG_QUEUE_MAXLEN = 3;
    static final int NFQA_CFG_MASK = 4;
    static final int NFQA_CFG_FLAGS = 5;
    static final int NFQNL_CFG_CMD_BIND = 1;
    static final int NFQNL_COPY_PACKET = 2;
    static final int NFQA_CFG_F_FAIL_OPEN = 1;
    static final int NFQA_CFG_F_GSO = 4;

    // linux/netfilter.h
    static final int NF_DROP = 0;
    static final int NF_ACCEPT = 1;

    private Netlink() {
    }
}
