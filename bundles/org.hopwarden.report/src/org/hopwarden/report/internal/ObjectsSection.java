package org.hopwarden.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportBlock.Column;
import org.hopwarden.report.ReportBlock.Row;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.RuleWords;

/** The named addresses and services that rules refer to. */
public final class ObjectsSection implements ReportSection {

    @Override
    public String id() {
        return "objects";
    }

    @Override
    public String title() {
        return "The names that rules use";
    }

    @Override
    public int place() {
        return 300;
    }

    @Override
    public boolean appliesTo(ReportSubject subject) {
        return !subject.policy().getAddressObjects().isEmpty() || !subject.policy().getServiceObjects().isEmpty();
    }

    @Override
    public List<ReportBlock> content(ReportSubject subject) {
        List<Row> rows = new ArrayList<>();
        subject.policy().getAddressObjects().forEach(object -> rows.add(row(object, "addresses",
                object.getTerms().isEmpty() ? "no address at all" : RuleWords.addresses(object.getTerms()))));
        subject.policy().getServiceObjects().forEach(object -> rows.add(row(object, "services", object.getTerms().isEmpty()
                ? "no service at all" : object.getTerms().stream().map(RuleWords::service).collect(Collectors.joining(" or ")))));
        return List.of(new ReportBlock.Table("", List.of(Column.text("Name"), Column.text("Kind"), Column.text("Stands for"),
                Column.text("Description")), rows));
    }

    private static Row row(NamedElement object, String kind, String terms) {
        return Row.of(String.valueOf(object.getName()), kind, terms,
                object.getDescription() == null ? "" : object.getDescription());
    }
}
