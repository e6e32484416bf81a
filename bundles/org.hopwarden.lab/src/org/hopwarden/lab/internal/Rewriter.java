package org.hopwarden.lab.internal;

import java.util.List;
import java.util.Set;

import org.hopwarden.lab.PacketMatch;
import org.hopwarden.lab.Rewrite;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** Makes the changes that one router makes in headers. */
final class Rewriter {

    private static final int OPTION_END = 0;
    private static final int OPTION_NONE = 1;
    private static final int OPTION_MSS = 2;
    private static final int TCP_HEADER = 20;

    private final List<Rewrite> rewrites;

    Rewriter(List<Rewrite> rewrites) {
        this.rewrites = rewrites;
    }

    void rewrite(PacketView packet, String outLink) {
        for (Rewrite each : rewrites) {
            if ((each.link().isEmpty() || each.link().get().equals(outLink)) && fits(each.matches(), packet)) {
                apply(each, packet);
            }
        }
    }

    static boolean fits(List<PacketMatch> matches, PacketView packet) {
        if (matches.isEmpty()) {
            return true;
        }
        for (PacketMatch match : matches) {
            if (match.matches(packet)) {
                return true;
            }
        }
        return false;
    }

    private static void apply(Rewrite rewrite, PacketView packet) {
        if (rewrite.ttl() >= 0) {
            HeaderEdit.setTtl(packet, rewrite.ttl());
        }
        if (rewrite.dscp() >= 0) {
            HeaderEdit.setTrafficClass(packet, rewrite.dscp() << 2 | packet.trafficClass() & 3);
        }
        if (rewrite.ecn() >= 0) {
            HeaderEdit.setTrafficClass(packet, packet.trafficClass() & ~3 | rewrite.ecn());
        }
        if (rewrite.clearsDontFragment()) {
            HeaderEdit.clearDontFragment(packet);
        }
        if ((rewrite.mss() > 0 || !rewrite.strippedTcpOptions().isEmpty()) && packet.isTcp()) {
            tcpOptions(rewrite, packet);
        }
    }

    private static void tcpOptions(Rewrite rewrite, PacketView packet) {
        int end = Math.min(packet.tcpHeaderLength(), packet.transportLengthBytes());
        Set<Integer> stripped = rewrite.strippedTcpOptions();
        int at = TCP_HEADER;
        while (at < end) {
            int kind = byteAt(packet, at);
            if (kind == OPTION_END) {
                return;
            }
            int length = kind == OPTION_NONE ? 1 : at + 1 < end ? byteAt(packet, at + 1) : 0;
            if (length < 1 || kind != OPTION_NONE && length < 2 || at + length > end) {
                return;
            }
            if (stripped.contains(kind)) {
                for (int i = at; i < at + length; i++) {
                    setByte(packet, i, OPTION_NONE);
                }
            } else if (kind == OPTION_MSS && length == 4 && rewrite.mss() > 0 && (packet.tcpFlags() & TcpFlags.SYN) != 0
                    && packet.shortAt(packet.transportOffset() + at + 2) > rewrite.mss()) {
                setByte(packet, at + 2, rewrite.mss() >>> 8);
                setByte(packet, at + 3, rewrite.mss() & 0xff);
            }
            at += length;
        }
    }

    private static int byteAt(PacketView packet, int offset) {
        return packet.byteAt(packet.transportOffset() + offset);
    }

    /** An option may stand at an odd place, so one byte of a word of the checksum changes. */
    private static void setByte(PacketView packet, int offset, int value) {
        int even = offset & ~1;
        int before = packet.shortAt(packet.transportOffset() + even);
        int after = even == offset ? before & 0xff | value << 8 : before & 0xff00 | value;
        HeaderEdit.setTransportWord(packet, even, after);
    }
}
