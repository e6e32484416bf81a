package org.hopwarden.cli.internal;

import java.io.IOException;

import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.DescribedPacket;

import com.fasterxml.jackson.core.JsonGenerator;

/** A witness as a packet in JSON that {@code rules test} and {@code rules explain} take. */
final class WitnessJson {

    private WitnessJson() {
    }

    /** Writes a field with the packet, null where there is none, and beside it what must hold that no packet can show. */
    static void write(JsonGenerator json, String field, Witness witness) throws IOException {
        json.writeFieldName(field);
        if (witness == null) {
            json.writeNull();
            return;
        }
        PacketJson.write(json, DescribedPacket.of(witness.packet(), witness.context()).withoutTime());
        if (!witness.provided().isEmpty()) {
            json.writeStringField("provided", String.join(", ", witness.provided()));
        }
    }
}
