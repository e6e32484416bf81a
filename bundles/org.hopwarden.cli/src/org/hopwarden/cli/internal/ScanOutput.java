package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.PortScan;
import org.hopwarden.probe.PortScan.Port;
import org.hopwarden.probe.PortScan.State;
import org.hopwarden.probe.PortScanRequest;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceJson;

import com.fasterxml.jackson.core.JsonGenerator;

/** A port scan as text and as JSON. */
final class ScanOutput {

    private static final String FORMAT = "hopwarden.scan/1";
    /** Of a state that more ports share, people see only the number. */
    private static final int MOST_SHOWN = 25;

    private ScanOutput() {
    }

    /** Who answered, and the hops that were found, in the order of the result. */
    static List<IpAddress> addresses(PortScan scan) {
        return Stream.concat(scan.ports().stream().flatMap(port -> port.answer().map(answer -> answer.reply().address()).stream()),
                Stream.concat(scan.path().stream(), scan.ports().stream().flatMap(port -> port.lastHop().stream())).map(PortScan.Hop::address))
                .distinct().toList();
    }

    static void writeJson(PortScan scan, Map<IpAddress, HostInfo> hosts, PrintStream out) throws IOException {
        PortScanRequest request = scan.request();
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("target", request.target());
            json.writeStringField("address", request.address().toString());
            json.writeNumberField("probes", scan.probes());
            for (State state : State.values()) {
                json.writeNumberField(word(state), scan.count(state));
            }
            json.writeArrayFieldStart("ports");
            for (Port port : scan.ports()) {
                write(port, json);
            }
            json.writeEndArray();
            if (request.tracesFiltered()) {
                json.writeArrayFieldStart("path");
                for (PortScan.Hop hop : scan.path()) {
                    write(hop, json);
                }
                json.writeEndArray();
            }
            TraceJson.writeHosts(hosts, json);
            json.writeEndObject();
        }
    }

    private static void write(Port port, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("port", port.port());
        json.writeStringField("state", word(port.state()));
        json.writeStringField("reason", port.reason());
        if (port.answer().isPresent()) {
            PortScan.Answer answer = port.answer().get();
            Reply reply = answer.reply();
            if (reply.icmpType() >= 0) {
                json.writeNumberField("icmpType", reply.icmpType());
                json.writeNumberField("icmpCode", reply.icmpCode());
            }
            json.writeNumberField("ttl", reply.ttl());
            json.writeNumberField("hops", answer.hops());
            json.writeStringField("answeredBy", reply.address().toString());
            if (answer.fromMiddleBox()) {
                json.writeBooleanField("middleBox", true);
            }
            json.writeFieldName("rttMillis");
            json.writeNumber(BigDecimal.valueOf(reply.rttNanos(), 6).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros()
                    .toPlainString());
        }
        if (port.lastHop().isPresent()) {
            json.writeFieldName("lastHop");
            write(port.lastHop().get(), json);
        }
        if (port.nextHop().isPresent()) {
            json.writeFieldName("nextHop");
            write(port.nextHop().get(), json);
        }
        json.writeEndObject();
    }

    private static void write(PortScan.Hop hop, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("ttl", hop.ttl());
        json.writeStringField("address", hop.address().toString());
        json.writeEndObject();
    }

    static void print(PortScan scan, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        PortScanRequest request = scan.request();
        String name = request.target().equals(request.address().toString()) ? request.target()
                : request.target() + " (" + request.address() + ")";
        int all = request.ports().size();
        out.println("TCP ports of " + name + " from " + scan.source() + (all == 1 ? ": 1 was probed" : ": " + all + " were probed"));
        TextTable table = new TextTable(Align.RIGHT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
        table.row("Port", "State", "Reason", "Hops", "ms", "Note");
        List<State> hidden = Arrays.stream(State.values()).filter(state -> state != State.OPEN && scan.count(state) > MOST_SHOWN)
                .toList();
        List<Port> shown = scan.ports().stream().filter(port -> !hidden.contains(port.state())).toList();
        shown.forEach(port -> table.row(Integer.toString(port.port()), word(port.state()),
                port.answer().map(answer -> answer.reply().describe()).orElse("no answer"),
                port.answer().map(answer -> Integer.toString(answer.hops())).orElse(""),
                port.answer().map(answer -> String.format(Locale.ROOT, "%.3f", answer.reply().rttMillis())).orElse(""),
                note(port, request.address(), hosts)));
        if (!shown.isEmpty()) {
            table.print(out);
        }
        for (State state : hidden) {
            List<Port> same = scan.ports().stream().filter(port -> port.state() == state).toList();
            out.println("Not shown: " + same.size() + " " + word(state) + " (" + same.stream()
                    .collect(Collectors.groupingBy(Port::reason, TreeMap::new, Collectors.counting())).entrySet()
                    .stream().map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", ")) + ")");
            same.stream().filter(port -> port.lastHop().isPresent()).collect(Collectors.groupingBy(
                    port -> note(port, request.address(), hosts), TreeMap::new, Collectors.counting()))
                    .forEach((note, count) -> out.println("    " + count + " of them: " + note));
        }
        out.println(Arrays.stream(State.values()).map(state -> scan.count(state) + " " + word(state))
                .collect(Collectors.joining(", ")) + ". " + scan.probes() + " probes were sent."
                + (scan.status() == Trace.Status.CANCELLED ? " The scan was cut short: filtered may mean not tried." : ""));
    }

    private static String note(Port port, IpAddress target, Map<IpAddress, HostInfo> hosts) {
        String who = port.answer().map(answer -> answer.fromMiddleBox()
                ? "from another distance than the target's answers: a box on the way, or another host behind the address"
                : answer.reply().address().equals(target) ? "" : "says " + named(answer.reply().address(), hosts)).orElse("");
        Optional<String> end = port.lastHop().map(hop -> "passes hop " + hop.ttl() + " (" + named(hop.address(), hosts) + ")"
                + port.nextHop().map(next -> ", not " + next.ttl() + " (" + named(next.address(), hosts) + ")").orElse(""));
        return end.map(text -> who.isEmpty() ? text : who + "; " + text).orElse(who);
    }

    private static String named(IpAddress address, Map<IpAddress, HostInfo> hosts) {
        return TraceText.named(address, hosts.get(address));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
