package org.hopwarden.probe.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.net.TcpOptions;
import org.hopwarden.probe.Quoted;
import org.hopwarden.probe.Rewrite;
import org.hopwarden.probe.Rewrite.Field;

/**
 * Holds the probe that an ICMP error quotes against the probe as it left, as tracebox does. A router that changes a field shows
 * in the quotes of those behind it.
 */
final class QuotedProbe {

    private final PacketView sent;
    private final PacketView quoted;
    private final List<Rewrite> rewrites = new ArrayList<>();

    private QuotedProbe(PacketView sent, PacketView quoted) {
        this.sent = sent;
        this.quoted = quoted;
    }

    /** @param timeExceeded whether the error says that no TTL was left, so that the quoted one must be 1 or 0 */
    static Quoted compare(PacketView sent, PacketView quoted, boolean timeExceeded) {
        QuotedProbe comparison = new QuotedProbe(sent, quoted);
        comparison.network(timeExceeded);
        comparison.transport();
        int identification = quoted.isV4() ? (int) quoted.identification() : -1;
        return new Quoted(quoted.lengthBytes(), quoted.ttl(), quoted.trafficClass(), identification, quoted.transportChecksum(),
                natId(sent.transportChecksum(), quoted.transportChecksum()), comparison.rewrites);
    }

    /** In ones' complement 0xffff is another way to write 0. */
    private static int natId(int sent, int quoted) {
        return sent < 0 || quoted < 0 ? -1 : Math.floorMod(quoted - sent, 0xffff);
    }

    private void network(boolean timeExceeded) {
        if (!sent.source().equals(quoted.source())) {
            rewrites.add(new Rewrite(Field.SOURCE, sent.source().toString(), quoted.source().toString()));
        }
        compare(Field.DSCP, sent.dscp(), quoted.dscp());
        compare(Field.ECN, sent.trafficClass() & 3, quoted.trafficClass() & 3);
        compare(Field.LENGTH, sent.statedLengthBytes(), quoted.statedLengthBytes());
        if (sent.isV4()) {
            compare(Field.IP_ID, sent.identification(), quoted.identification());
            if (sent.dontFragment() != quoted.dontFragment()) {
                rewrites.add(new Rewrite(Field.DONT_FRAGMENT, onOff(sent.dontFragment()), onOff(quoted.dontFragment())));
            }
        } else {
            compare(Field.FLOW_LABEL, sent.flowLabel(), quoted.flowLabel());
        }
        if (timeExceeded && quoted.ttl() > 1) {
            rewrites.add(new Rewrite(Field.TTL, "1", Integer.toString(quoted.ttl())));
        }
    }

    private void transport() {
        compare(Field.SOURCE_PORT, sent.sourcePort(), quoted.sourcePort());
        compare(Field.CHECKSUM, sent.transportChecksum(), quoted.transportChecksum());
        if (sent.isTcp()) {
            compare(Field.TCP_SEQUENCE, sent.tcpSequence(), quoted.tcpSequence());
            compare(Field.TCP_ACKNOWLEDGEMENT, sent.tcpAcknowledgement(), quoted.tcpAcknowledgement());
            if (quoted.tcpFlags() >= 0 && sent.tcpFlags() != quoted.tcpFlags()) {
                rewrites.add(new Rewrite(Field.TCP_FLAGS, TcpFlags.text(sent.tcpFlags()), TcpFlags.text(quoted.tcpFlags())));
            }
            compare(Field.TCP_WINDOW, sent.tcpWindow(), quoted.tcpWindow());
            if (TcpOptions.areWhole(quoted)) {
                String before = TcpOptions.text(sent);
                String after = TcpOptions.text(quoted);
                if (!before.equals(after)) {
                    rewrites.add(new Rewrite(Field.TCP_OPTIONS, before, after));
                }
            }
        }
        payload();
    }

    private void payload() {
        int from = sent.payloadOffset();
        int at = quoted.payloadOffset();
        if (from < 0 || at < 0) {
            return;
        }
        int length = Math.min(sent.lengthBytes() - from, quoted.lengthBytes() - at);
        for (int i = 0; i < length; i++) {
            if (sent.byteAt(from + i) != quoted.byteAt(at + i)) {
                rewrites.add(new Rewrite(Field.PAYLOAD, "as sent", "changed from byte " + i + " on"));
                return;
            }
        }
    }

    /** Passes over what the quote does not reach, or the packet does not have. */
    private void compare(Field field, long before, long after) {
        if (before >= 0 && after >= 0 && before != after) {
            boolean hexadecimal = field == Field.CHECKSUM || field == Field.FLOW_LABEL;
            rewrites.add(hexadecimal ? new Rewrite(field, hex(before), hex(after))
                    : new Rewrite(field, Long.toString(before), Long.toString(after)));
        }
    }

    private static String hex(long value) {
        return String.format("0x%04x", value);
    }

    private static String onOff(boolean on) {
        return on ? "set" : "not set";
    }
}
