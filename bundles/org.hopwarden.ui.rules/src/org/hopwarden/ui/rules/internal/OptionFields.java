package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementBackEnd.Obstacle;
import org.hopwarden.enforce.EnforcementBackEnd.Option;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.WidgetNames;

/** The options of one back end as fields of a row. What can be chosen is asked in the background. */
final class OptionFields {

    private static final int WIDTH = 120;
    private static final int LEAST_WIDTH = 70;
    /** Beside the text: the arrow and the edges. */
    private static final int ARROW = 42;

    private final Composite row;
    private final EnforcementBackEnd backEnd;
    private final Runnable filled;
    private final Map<Option, Combo> fields = new LinkedHashMap<>();
    private final List<Composite> pairs = new ArrayList<>();
    private Optional<Obstacle> obstacle = Optional.empty();
    private boolean enabled = true;
    private int asked;

    /**
     * What a back end says of itself.
     *
     * @param choices of the options from {@code from} on
     */
    private record Answer(Optional<Obstacle> obstacle, Map<Option, List<String>> choices) {
    }

    /** @param filled runs when the choices, or an obstacle, have become known */
    OptionFields(Composite row, EnforcementBackEnd backEnd, Runnable filled) {
        this.row = row;
        this.backEnd = backEnd;
        this.filled = filled;
        backEnd.options().forEach(this::add);
        ask(0);
    }

    private void add(Option option) {
        Composite pair = new Composite(row, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(5, 0).applyTo(pair);
        pair.setLayoutData(new RowData());
        Label name = new Label(pair, SWT.NONE);
        name.setText(option.label());
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).applyTo(name);
        Combo combo = WidgetNames.name(new Combo(pair, SWT.DROP_DOWN), "Enforce " + option.label());
        combo.setToolTipText(option.description());
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(combo);
        int index = fields.size();
        combo.addListener(SWT.Selection, event -> ask(index + 1));
        fields.put(option, combo);
        pairs.add(pair);
    }

    EnforcementBackEnd backEnd() {
        return backEnd;
    }

    /** What keeps the back end from working here, as far as it is known by now. */
    Optional<Obstacle> obstacle() {
        return obstacle;
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((option, combo) -> values.put(option.name(), combo.getText().strip()));
        return values;
    }

    void setEnabled(boolean nowEnabled) {
        enabled = nowEnabled;
        fields.values().forEach(combo -> combo.setEnabled(enabled));
    }

    /** Looks again at what is there now, such as interfaces that came meanwhile. */
    void refresh() {
        ask(0);
    }

    void dispose() {
        pairs.forEach(Composite::dispose);
    }

    /** Asks in the background what the options from one on can be; each depends on those before it. */
    private void ask(int from) {
        int question = ++asked;
        Map<String, String> chosen = values();
        List<Option> options = List.copyOf(fields.keySet());
        Job.createSystem("Ask the back end " + backEnd.id(), monitor -> {
            try {
                Answer answer = answer(options, from, chosen);
                Background.onDisplay(row.getDisplay(), () -> {
                    if (question == asked && !row.isDisposed()) {
                        show(answer);
                    }
                });
            } catch (RuntimeException e) {
                Problems.report(Problem.of(e).during("The back end " + backEnd.label() + " does not say what can be chosen."));
            }
        }).schedule();
    }

    /** Values with the most probable choice where there is none yet; in the background. */
    static Map<String, String> completed(EnforcementBackEnd backEnd, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        for (Option option : backEnd.options()) {
            if (all.getOrDefault(option.name(), "").isBlank()) {
                backEnd.choices(option, Map.copyOf(all)).stream().findFirst().ifPresent(first -> all.put(option.name(), first));
            }
        }
        return all;
    }

    private Answer answer(List<Option> options, int from, Map<String, String> chosen) {
        Map<Option, List<String>> choices = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>(chosen);
        for (int i = from; i < options.size(); i++) {
            Option option = options.get(i);
            List<String> found = backEnd.choices(option, Map.copyOf(values));
            choices.put(option, found);
            if (!found.isEmpty() && !found.contains(values.get(option.name()))) {
                values.put(option.name(), found.getFirst());
            }
        }
        return new Answer(backEnd.obstacle(), choices);
    }

    /** A choice of short words takes less room. */
    private static void fit(Combo combo, List<String> choices) {
        GC gc = new GC(combo);
        try {
            int widest = choices.stream().mapToInt(choice -> gc.textExtent(choice).x).max().orElse(WIDTH);
            ((GridData) combo.getLayoutData()).widthHint = Math.clamp(widest + ARROW, LEAST_WIDTH, WIDTH);
        } finally {
            gc.dispose();
        }
    }

    private void show(Answer answer) {
        obstacle = answer.obstacle();
        answer.choices().forEach((option, choices) -> {
            Combo combo = fields.get(option);
            if (!combo.isDisposed()) {
                String before = combo.getText();
                combo.setItems(choices.toArray(String[]::new));
                combo.setText(choices.isEmpty() || choices.contains(before) ? before : choices.getFirst());
                combo.setEnabled(enabled);
                fit(combo, choices);
            }
        });
        filled.run();
    }
}
