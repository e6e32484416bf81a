package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.List;

import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.enforce.gate.CaptureReplay;
import org.hopwarden.enforce.gate.GateChecks;
import org.hopwarden.enforce.gate.GateReport;
import org.hopwarden.enforce.gate.GateReport.Refusal;
import org.hopwarden.enforce.gate.HeldConnection;
import org.hopwarden.enforce.gate.LockOut;
import org.hopwarden.enforce.gate.LockOut.Denial;
import org.hopwarden.enforce.gate.LockOut.Remedy;
import org.hopwarden.enforce.gate.VerdictChanges;
import org.hopwarden.enforce.gate.VerdictChanges.Flow;
import org.hopwarden.enforce.gate.VerdictChanges.Packet;
import org.hopwarden.enforce.gate.VerdictChanges.Way;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IpProtocol;

import com.fasterxml.jackson.core.JsonGenerator;

/** What the gate found, as JSON. */
final class GateJson {

    private final JsonGenerator json;

    GateJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the field {@code gate}.
     *
     * @param refused why it was not put in force; empty where it was
     * @param against what the captured packets were held against, in words
     */
    void write(GateReport report, List<Refusal> refused, String against) throws IOException {
        json.writeObjectFieldStart("gate");
        json.writeBooleanField("passed", refused.isEmpty());
        json.writeArrayFieldStart("refusals");
        for (Refusal refusal : refused) {
            json.writeString(word(refusal));
        }
        json.writeEndArray();
        json.writeStringField("failMode", report.failMode().getLiteral());
        write(report.checks());
        if (report.changes().isPresent()) {
            write(report.changes().get(), against);
        }
        json.writeArrayFieldStart("connections");
        for (HeldConnection connection : report.connections()) {
            json.writeStartObject();
            write(connection);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lockOuts");
        for (LockOut lockOut : report.lockOuts()) {
            write(lockOut);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String word(Refusal refusal) {
        return switch (refusal) {
            case ERRORS -> "errors";
            case LOCK_OUT -> "lock-out";
            case CHANGES -> "changes";
        };
    }

    private void write(GateChecks checks) throws IOException {
        json.writeObjectFieldStart("checks");
        json.writeBooleanField("complete", checks.complete());
        json.writeNumberField("errors", checks.count(Severity.ERROR));
        json.writeNumberField("warnings", checks.count(Severity.WARNING));
        json.writeNumberField("infos", checks.count(Severity.INFO));
        json.writeArrayFieldStart("findings");
        for (Finding finding : checks.findings()) {
            RulesCheckCommand.write(json, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(VerdictChanges changes, String against) throws IOException {
        json.writeObjectFieldStart("replay");
        json.writeStringField("against", against);
        json.writeNumberField("packets", changes.packets());
        json.writeNumberField("elsewhere", changes.elsewhere());
        json.writeNumberField("unread", changes.unread());
        json.writeNumberField("changed", changes.total());
        json.writeNumberField("shutOut", changes.total(Way.SHUT_OUT));
        json.writeNumberField("admitted", changes.total(Way.ADMITTED));
        json.writeNumberField("otherwise", changes.total(Way.OTHERWISE));
        json.writeNumberField("depends", changes.total(Way.DEPENDS));
        json.writeArrayFieldStart("notes");
        for (String note : changes.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeNumberField("mostFlows", CaptureReplay.MOST_FLOWS);
        json.writeNumberField("packetsOfOtherFlows", changes.packetsOfOtherFlows());
        json.writeArrayFieldStart("flows");
        for (Flow flow : changes.flows()) {
            json.writeRaw("\n ");
            json.writeStartObject();
            json.writeNumberField("packets", flow.packets());
            write(flow.first());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("mostChanges", CaptureReplay.MOST_DETAILS);
        json.writeArrayFieldStart("changes");
        for (Packet packet : changes.details()) {
            json.writeRaw("\n ");
            json.writeStartObject();
            write(packet);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Packet changed) throws IOException {
        json.writeStringField("file", changed.file());
        json.writeNumberField("frame", changed.frame());
        json.writeStringField("change", switch (changed.way()) {
            case SHUT_OUT -> "shutOut";
            case ADMITTED -> "admitted";
            case OTHERWISE -> "otherwise";
            case DEPENDS -> "depends";
        });
        json.writeFieldName("packet");
        PacketJson.write(json, changed.packet());
        write("before", changed.before());
        write("now", changed.after());
    }

    private void write(String field, Verdict verdict) throws IOException {
        json.writeObjectFieldStart(field);
        RulesTestCommand.write(json, verdict);
        json.writeEndObject();
    }

    private void write(HeldConnection connection) throws IOException {
        json.writeStringField("protocol", connection.protocol() == IpProtocol.TCP ? "tcp" : "udp");
        json.writeStringField("local", connection.ends().local().toString());
        json.writeNumberField("localPort", connection.ends().localPort());
        json.writeStringField("remote", connection.ends().remote().toString());
        json.writeNumberField("remotePort", connection.ends().remotePort());
        json.writeBooleanField("begunByRemote", connection.begunThere());
        json.writeStringField("interface", connection.way().interfaceName());
        json.writeStringField("why", connection.why());
    }

    private void write(LockOut lockOut) throws IOException {
        json.writeStartObject();
        write(lockOut.connection());
        json.writeBooleanField("certain", lockOut.certain());
        json.writeArrayFieldStart("denials");
        for (Denial denial : lockOut.denials()) {
            json.writeStartObject();
            json.writeFieldName("packet");
            PacketJson.write(json, denial.packet());
            RulesTestCommand.write(json, denial.verdict());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("remedy");
        for (Remedy remedy : lockOut.remedy()) {
            json.writeStartObject();
            json.writeStringField("chain", remedy.chain());
            json.writeNumberField("before", remedy.before());
            json.writeStringField("rule", remedy.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
