package org.hopwarden.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.hopwarden.probe.Trace;
import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;

/** Traces that were taken beside the policy: those to one target together. */
public final class TracesSection implements ReportSection {

    @Override
    public String id() {
        return "traces";
    }

    @Override
    public String title() {
        return "Traces";
    }

    @Override
    public int place() {
        return 600;
    }

    @Override
    public boolean appliesTo(ReportSubject subject) {
        return !subject.traces().isEmpty();
    }

    @Override
    public List<ReportBlock> content(ReportSubject subject) {
        Map<String, List<Trace>> byTarget = subject.traces().stream().collect(
                Collectors.groupingBy(trace -> trace.request().target(), LinkedHashMap::new, Collectors.toList()));
        List<ReportBlock> blocks = new ArrayList<>();
        byTarget.forEach((target, traces) -> blocks.add(new ReportBlock.Traces("To " + target, "", traces)));
        return blocks;
    }
}
