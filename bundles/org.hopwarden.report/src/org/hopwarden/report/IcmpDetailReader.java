package org.hopwarden.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IcmpExtensions;
import org.hopwarden.net.InterfaceInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.MplsLabel;
import org.hopwarden.probe.IcmpDetail;
import org.hopwarden.probe.Quoted;
import org.hopwarden.probe.Rewrite;

/** Reads what {@link IcmpDetailJson} writes. */
final class IcmpDetailReader {

    private static final int MOST = Integer.MAX_VALUE;

    private final TraceJsonReader json;
    private int mtu = -1;
    private QuotedReader quoted;
    private List<Rewrite> rewritten = List.of();
    private List<MplsLabel> labels = List.of();
    private List<InterfaceInfo> interfaces = List.of();

    IcmpDetailReader(TraceJsonReader json) {
        this.json = json;
    }

    boolean field(String name) throws IOException, TraceFormatException {
        switch (name) {
            case "mtu" -> mtu = json.integer(name, 0, MOST);
            case "quoted" -> {
                quoted = new QuotedReader();
                json.object("a quoted probe", quoted::field);
            }
            case "rewritten" -> {
                List<Rewrite> found = new ArrayList<>();
                json.array(name, () -> found.add(rewrite()));
                rewritten = found;
            }
            case "mpls" -> {
                List<MplsLabel> found = new ArrayList<>();
                json.array(name, () -> found.add(label()));
                labels = found;
            }
            case "interfaces" -> {
                List<InterfaceInfo> found = new ArrayList<>();
                json.array(name, () -> found.add(interfaceInfo()));
                interfaces = found;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    IcmpDetail detail() {
        boolean none = mtu < 0 && quoted == null && labels.isEmpty() && interfaces.isEmpty();
        return none ? IcmpDetail.NONE
                : new IcmpDetail(mtu, Optional.ofNullable(quoted).map(read -> read.quoted(rewritten)),
                        new IcmpExtensions(labels, interfaces));
    }

    private final class QuotedReader {
        private int bytes;
        private int ttl;
        private int dscp;
        private int ecn;
        private int ipId = -1;
        private int checksum = -1;
        private int natId = -1;

        boolean field(String name) throws IOException, TraceFormatException {
            switch (name) {
                case "bytes" -> bytes = json.integer(name, 0, 65535);
                case "ttl" -> ttl = json.integer(name, 0, 255);
                case "dscp" -> dscp = json.integer(name, 0, 63);
                case "ecn" -> ecn = json.integer(name, 0, 3);
                case "ipId" -> ipId = json.integer(name, 0, 65535);
                case "checksum" -> checksum = json.integer(name, 0, 65535);
                case "natId" -> natId = json.integer(name, 0, 65535);
                default -> {
                    return false;
                }
            }
            return true;
        }

        Quoted quoted(List<Rewrite> rewrites) {
            return new Quoted(bytes, ttl, dscp << 2 | ecn, ipId, checksum, natId, rewrites);
        }
    }

    private Rewrite rewrite() throws IOException, TraceFormatException {
        Rewrite.Field[] field = new Rewrite.Field[1];
        String[] values = new String[2];
        json.object("a rewritten field", name -> {
            switch (name) {
                case "field" -> {
                    String id = json.text(name);
                    try {
                        field[0] = Rewrite.Field.ofId(id);
                    } catch (IllegalArgumentException e) {
                        throw json.failure("'" + name + "': " + e.getMessage());
                    }
                }
                case "sent" -> values[0] = json.text(name);
                case "quoted" -> values[1] = json.text(name);
                default -> {
                    return false;
                }
            }
            return true;
        });
        json.require(field[0], "field");
        json.require(values[0], "sent");
        json.require(values[1], "quoted");
        return new Rewrite(field[0], values[0], values[1]);
    }

    private MplsLabel label() throws IOException, TraceFormatException {
        int[] numbers = new int[3];
        boolean[] bottom = new boolean[1];
        json.object("an MPLS label", name -> {
            switch (name) {
                case "label" -> numbers[0] = json.integer(name, 0, 0xfffff);
                case "trafficClass" -> numbers[1] = json.integer(name, 0, 7);
                case "bottom" -> bottom[0] = json.bool(name);
                case "ttl" -> numbers[2] = json.integer(name, 0, 255);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new MplsLabel(numbers[0], numbers[1], bottom[0], numbers[2]);
    }

    private InterfaceInfo interfaceInfo() throws IOException, TraceFormatException {
        InterfaceInfo.Role[] role = { InterfaceInfo.Role.INCOMING };
        long[] numbers = { -1, -1 };
        IpAddress[] address = new IpAddress[1];
        String[] text = { "" };
        json.object("an interface", name -> {
            switch (name) {
                case "role" -> {
                    String id = json.text(name);
                    try {
                        role[0] = InterfaceInfo.Role.ofId(id);
                    } catch (IllegalArgumentException e) {
                        throw json.failure("'" + name + "': " + e.getMessage());
                    }
                }
                case "index" -> numbers[0] = json.longInteger(name);
                case "address" -> address[0] = json.address(name);
                case "name" -> text[0] = json.text(name);
                case "mtu" -> numbers[1] = json.longInteger(name);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new InterfaceInfo(role[0], numbers[0], Optional.ofNullable(address[0]), text[0], numbers[1]);
    }
}
