package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;

import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.Explanation.Miss;
import org.hopwarden.engine.Explanation.Passage;
import org.hopwarden.engine.Explanation.Step;
import org.hopwarden.engine.Verdict;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes why a policy decides a packet as it does. */
final class ExplanationOutput {

    private ExplanationOutput() {
    }

    /** @param packet null where it is no IP packet */
    static void text(Explanation explanation, DescribedPacket packet, PrintStream out) {
        Verdict verdict = explanation.verdict();
        out.println("Packet:  " + (packet == null ? explanation.packet() : packet.words()));
        out.println("Verdict: " + verdict.kind().word() + (verdict.chain() == null ? ", by "
                : ", by chain " + verdict.chain() + " rule " + verdict.rule() + ": ") + verdict.text());
        if (explanation.steps().isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("Chain", "Rule", "Text", "Did not match by", "Packet has", "Rule wants");
        String chain = null;
        for (Step step : explanation.steps()) {
            String shown = step.chain().equals(chain) ? "" : step.chain();
            chain = step.chain();
            String rule = step.rule() == 0 ? "end" : Integer.toString(step.rule());
            switch (step) {
                case Miss miss -> table.row(shown, rule, miss.text(), miss.field().word(), miss.packetValue(), miss.ruleValue());
                case Passage passage -> table.row(shown, rule, passage.text(), "(matched: " + passage.what().word() + ")", "", "");
            }
        }
        table.print(out);
    }

    /** @param packet null where it is no IP packet */
    static void json(Explanation explanation, DescribedPacket packet, PrintStream out) throws IOException {
        Verdict verdict = explanation.verdict();
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.rules-explain/1");
            json.writeStringField("packet", explanation.packet());
            json.writeStringField("verdict", verdict.kind().word());
            if (verdict.chain() != null) {
                json.writeStringField("chain", verdict.chain());
            }
            json.writeNumberField("rule", verdict.rule());
            json.writeStringField("text", verdict.text());
            json.writeArrayFieldStart("earlier");
            for (Miss miss : explanation.misses()) {
                json.writeStartObject();
                json.writeNumberField("rule", miss.rule());
                json.writeStringField("text", miss.text());
                write(json, miss);
                json.writeStringField("chain", miss.chain());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("steps");
            for (Step step : explanation.steps()) {
                write(json, step);
            }
            json.writeEndArray();
            json.writeBooleanField("logged", verdict.logged());
            if (packet != null) {
                json.writeStringField("words", packet.words());
                json.writeFieldName("described");
                PacketJson.write(json, packet);
            }
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("chain", step.chain());
        json.writeNumberField("rule", step.rule());
        json.writeStringField("text", step.text());
        switch (step) {
            case Miss miss -> write(json, miss);
            case Passage passage -> json.writeStringField("matched", passage.what().word());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Miss miss) throws IOException {
        json.writeStringField("field", miss.field().word());
        json.writeStringField("packetHas", miss.packetValue());
        json.writeStringField("ruleWants", miss.ruleValue());
    }
}
