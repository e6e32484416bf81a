package org.hopwarden.probe.internal;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.PacketView;
import org.hopwarden.probe.IcmpDetail;
import org.hopwarden.probe.ProbeMethod.Match;
import org.hopwarden.probe.ReplyKind;

/** What an ICMP error says of the probe that it quotes. */
public final class IcmpErrors {

    private IcmpErrors() {
    }

    /**
     * The match for an error about a probe.
     *
     * @param portUnreachableIsTarget whether port unreachable, sent by the target's own address, means that the probe
     *            arrived. A filter on the way may reject with the same code, so the type alone does not tell.
     */
    public static Match match(PacketView error, PacketView quoted, int probe, boolean portUnreachableIsTarget,
            IcmpDetail detail) {
        int type = error.icmpType();
        int code = error.icmpCode();
        boolean port = error.isV6() ? type == IcmpType.V6_UNREACHABLE && code == IcmpType.V6_CODE_PORT
                : type == IcmpType.UNREACHABLE && code == IcmpType.CODE_PORT;
        boolean fromTarget = port && portUnreachableIsTarget && error.source().equals(quoted.destination());
        return new Match(probe, error.isV6() ? kindV6(type, code) : kindV4(type, code), type, code, fromTarget, detail);
    }

    private static ReplyKind kindV4(int type, int code) {
        return switch (type) {
            case IcmpType.TIME_EXCEEDED -> ReplyKind.TIME_EXCEEDED;
            case IcmpType.PARAMETER_PROBLEM -> ReplyKind.PARAMETER_PROBLEM;
            case IcmpType.UNREACHABLE -> switch (code) {
                case IcmpType.CODE_FRAGMENTATION_NEEDED -> ReplyKind.PACKET_TOO_BIG;
                case IcmpType.CODE_NET_PROHIBITED, IcmpType.CODE_HOST_PROHIBITED,
                        IcmpType.CODE_ADMIN_PROHIBITED -> ReplyKind.ADMIN_PROHIBITED;
                default -> ReplyKind.UNREACHABLE;
            };
            default -> ReplyKind.UNREACHABLE;
        };
    }

    private static ReplyKind kindV6(int type, int code) {
        return switch (type) {
            case IcmpType.V6_TIME_EXCEEDED -> ReplyKind.TIME_EXCEEDED;
            case IcmpType.V6_PARAMETER_PROBLEM -> ReplyKind.PARAMETER_PROBLEM;
            case IcmpType.V6_PACKET_TOO_BIG -> ReplyKind.PACKET_TOO_BIG;
            default -> code == IcmpType.V6_CODE_ADMIN_PROHIBITED || code == IcmpType.V6_CODE_POLICY
                    || code == IcmpType.V6_CODE_REJECT_ROUTE ? ReplyKind.ADMIN_PROHIBITED : ReplyKind.UNREACHABLE;
        };
    }

    /** Whether an error speaks of a packet that did not get on: redirects and source quench do not. */
    public static boolean stopsPacket(PacketView error) {
        int type = error.icmpType();
        return error.isV6() ? type >= IcmpType.V6_UNREACHABLE && type <= IcmpType.V6_PARAMETER_PROBLEM
                : type == IcmpType.UNREACHABLE || type == IcmpType.TIME_EXCEEDED || type == IcmpType.PARAMETER_PROBLEM;
    }
}
