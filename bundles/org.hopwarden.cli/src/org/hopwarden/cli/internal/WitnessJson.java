package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.Locale;

import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

import com.fasterxml.jackson.core.JsonGenerator;

/** A witness as a packet in JSON: what the packet does not have is null. */
final class WitnessJson {

    private WitnessJson() {
    }

    /** Writes a field with the packet, null where there is none. */
    static void write(JsonGenerator json, String field, Witness witness) throws IOException {
        if (witness == null) {
            json.writeNullField(field);
            return;
        }
        PacketView packet = witness.packet();
        PacketContext context = witness.context();
        json.writeObjectFieldStart(field);
        json.writeStringField("direction", context.direction().word());
        writeName(json, "inInterface", context.inInterface());
        writeName(json, "outInterface", context.outInterface());
        json.writeStringField("source", packet.source().toString());
        json.writeStringField("destination", packet.destination().toString());
        json.writeStringField("protocol", IpProtocol.name(packet.protocol()));
        writeNumber(json, "icmpType", packet.icmpType());
        writeNumber(json, "icmpCode", packet.icmpCode());
        writeNumber(json, "sourcePort", packet.sourcePort());
        writeNumber(json, "destinationPort", packet.destinationPort());
        json.writeStringField("tcpFlags", packet.tcpFlags() <= 0 ? "" : TcpFlags.text(packet.tcpFlags()).toLowerCase(Locale.ROOT));
        json.writeNumberField("fragmentOffset", packet.fragmentOffset());
        json.writeBooleanField("moreFragments", packet.moreFragments());
        json.writeNumberField("ttl", packet.ttl());
        json.writeNumberField("length", packet.statedLengthBytes());
        json.writeStringField("state", context.state().getLiteral());
        writeRest(json, witness);
        json.writeEndObject();
    }

    /** What most packets do not have. */
    private static void writeRest(JsonGenerator json, Witness witness) throws IOException {
        PacketView packet = witness.packet();
        PacketContext context = witness.context();
        if (packet.dscp() != 0) {
            json.writeNumberField("dscp", packet.dscp());
        }
        if (context.mark() != 0) {
            json.writeNumberField("mark", Integer.toUnsignedLong(context.mark()));
        }
        if (context.program().isPresent()) {
            json.writeStringField("program", context.program().get().path());
            json.writeStringField("user", context.program().get().user());
        }
        if (packet.isCutShort()) {
            json.writeNumberField("captured", packet.lengthBytes());
        }
        if (!witness.provided().isEmpty()) {
            json.writeStringField("provided", String.join(", ", witness.provided()));
        }
    }

    private static void writeName(JsonGenerator json, String field, String name) throws IOException {
        if (name.isEmpty()) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, name);
        }
    }

    private static void writeNumber(JsonGenerator json, String field, int value) throws IOException {
        if (value < 0) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, value);
        }
    }
}
