package org.hopwarden.report;

import java.io.IOException;
import java.util.List;

import org.hopwarden.net.InterfaceInfo;
import org.hopwarden.net.MplsLabel;
import org.hopwarden.probe.IcmpDetail;
import org.hopwarden.probe.Quoted;
import org.hopwarden.probe.Rewrite;

import com.fasterxml.jackson.core.JsonGenerator;

/** The fields of a reply for what an ICMP error tells beyond its type and code. */
final class IcmpDetailJson {

    private IcmpDetailJson() {
    }

    /** Writes into the object that is open. */
    static void write(IcmpDetail detail, JsonGenerator json) throws IOException {
        if (detail.mtuBytes() >= 0) {
            json.writeNumberField("mtu", detail.mtuBytes());
        }
        if (detail.quoted().isPresent()) {
            quoted(detail.quoted().get(), json);
        }
        if (!detail.extensions().labels().isEmpty()) {
            labels(detail.extensions().labels(), json);
        }
        if (!detail.extensions().interfaces().isEmpty()) {
            interfaces(detail.extensions().interfaces(), json);
        }
    }

    private static void quoted(Quoted quoted, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("quoted");
        json.writeNumberField("bytes", quoted.lengthBytes());
        json.writeNumberField("ttl", quoted.ttl());
        json.writeNumberField("dscp", quoted.dscp());
        json.writeNumberField("ecn", quoted.ecn());
        if (quoted.identification() >= 0) {
            json.writeNumberField("ipId", quoted.identification());
        }
        if (quoted.checksum() >= 0) {
            json.writeNumberField("checksum", quoted.checksum());
        }
        if (quoted.natId() >= 0) {
            json.writeNumberField("natId", quoted.natId());
        }
        json.writeEndObject();
        if (quoted.rewritten().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("rewritten");
        for (Rewrite rewrite : quoted.rewritten()) {
            json.writeStartObject();
            json.writeStringField("field", rewrite.field().id());
            json.writeStringField("sent", rewrite.sent());
            json.writeStringField("quoted", rewrite.found());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void labels(List<MplsLabel> labels, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("mpls");
        for (MplsLabel label : labels) {
            json.writeStartObject();
            json.writeNumberField("label", label.label());
            json.writeNumberField("trafficClass", label.trafficClass());
            json.writeBooleanField("bottom", label.bottom());
            json.writeNumberField("ttl", label.ttl());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void interfaces(List<InterfaceInfo> interfaces, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("interfaces");
        for (InterfaceInfo info : interfaces) {
            json.writeStartObject();
            json.writeStringField("role", info.role().id());
            if (info.index() >= 0) {
                json.writeNumberField("index", info.index());
            }
            if (info.address().isPresent()) {
                json.writeStringField("address", info.address().get().toString());
            }
            if (!info.name().isEmpty()) {
                json.writeStringField("name", info.name());
            }
            if (info.mtuBytes() >= 0) {
                json.writeNumberField("mtu", info.mtuBytes());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
