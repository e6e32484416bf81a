package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Verdict;

import com.fasterxml.jackson.core.JsonGenerator;

/** How many packets each rule, end and default decided. */
final class VerdictSummary {

    private final CompiledPolicy policy;
    private final long[] packets;

    private record Count(Verdict verdict, long packets) {
    }

    VerdictSummary(CompiledPolicy policy) {
        this.policy = policy;
        packets = new long[policy.slots()];
    }

    void add(int decision) {
        packets[CompiledPolicy.slot(decision)]++;
    }

    /** What decided any: the rules of each chain in order, its end behind them, then the defaults. */
    private List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        for (String chain : policy.chains()) {
            for (int rule = 1; rule <= policy.ruleCount(chain); rule++) {
                add(counts, policy.slotOfRule(chain, rule));
            }
            add(counts, policy.slotOfRule(chain, 0));
        }
        for (int slot = 0; slot < packets.length; slot++) {
            if (policy.verdictOfSlot(slot) != null && policy.verdictOfSlot(slot).chain() == null) {
                add(counts, slot);
            }
        }
        return counts;
    }

    private void add(List<Count> counts, int slot) {
        if (packets[slot] > 0) {
            counts.add(new Count(policy.verdictOfSlot(slot), packets[slot]));
        }
    }

    void print(Output output) {
        TextTable table = new TextTable(Align.RIGHT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);
        table.row("Packets", "Verdict", "Chain", "Rule", "Text");
        for (Count count : counts()) {
            Verdict verdict = count.verdict();
            table.row(Long.toString(count.packets()), verdict.kind().word(), verdict.chain() == null ? "" : verdict.chain(),
                    verdict.chain() == null ? "" : verdict.rule() == 0 ? "end" : Integer.toString(verdict.rule()),
                    verdict.text());
        }
        output.out().println();
        table.print(output.out());
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("summary");
        for (Count count : counts()) {
            json.writeRaw("\n ");
            json.writeStartObject();
            json.writeNumberField("packets", count.packets());
            RulesTestCommand.write(json, count.verdict());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
