package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Fields for what holds for an element of a policy, of which those are shown that such an element has. */
final class SettingsFields {

    private final Composite column;
    private final Label title;
    private final java.util.function.Consumer<String> tell;
    private final int pairs;
    private final List<Field> fields = new ArrayList<>();
    private NamedElement element;
    private boolean filling;

    /** Takes what was typed. */
    @FunctionalInterface
    interface Taking {
        void take(NamedElement element, String text) throws NoRule;
    }

    private record Field(Label label, Control control, Predicate<NamedElement> has, Runnable fill) {
    }

    /**
     * @param pairs how many fields stand side by side
     * @param tell takes what is wrong with a field; empty when nothing is
     */
    SettingsFields(Composite parent, String heading, int pairs, java.util.function.Consumer<String> tell) {
        this.tell = tell;
        this.pairs = pairs;
        column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2 * pairs).spacing(8, 3).applyTo(column);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.TOP).applyTo(column);
        title = new Label(column, SWT.NONE);
        title.setText(heading);
        Themes.style(title, "hopwarden-heading");
        GridDataFactory.fillDefaults().span(2 * pairs, 1).grab(true, false).applyTo(title);
    }

    private Label label(String text) {
        Label label = new Label(column, SWT.NONE);
        label.setText(text);
        Themes.style(label, "hopwarden-muted");
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).applyTo(label);
        return label;
    }

    /**
     * A field that is typed into.
     *
     * @param whole whether it stands in a row of its own
     */
    Text text(String label, String name, String tooltip, boolean whole, Predicate<NamedElement> has, Function<NamedElement, String> get,
            Taking taking) {
        Label before = label(label);
        Text text = WidgetNames.name(new Text(column, SWT.BORDER | SWT.SINGLE), name);
        text.setToolTipText(tooltip);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).span(whole ? 2 * pairs - 1 : 1, 1).applyTo(text);
        Runnable take = () -> {
            if (filling || element == null || !has.test(element)) {
                return;
            }
            try {
                taking.take(element, text.getText().strip());
                tell.accept("");
            } catch (NoRule e) {
                tell.accept("Not taken: " + e.getMessage());
            }
        };
        text.addListener(SWT.DefaultSelection, event -> take.run());
        text.addListener(SWT.FocusOut, event -> take.run());
        fields.add(new Field(before, text, has, () -> set(text, get.apply(element))));
        return text;
    }

    /** A choice among words. */
    Combo combo(String label, String tooltip, List<? extends Enumerator> values, Predicate<NamedElement> has,
            Function<NamedElement, Enumerator> get, BiConsumer<NamedElement, Enumerator> set) {
        Label before = label(label);
        Combo combo = WidgetNames.name(new Combo(column, SWT.READ_ONLY), label);
        combo.setToolTipText(tooltip);
        values.forEach(value -> combo.add(value.getLiteral()));
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, event -> {
            if (element != null) {
                set.accept(element, values.get(combo.getSelectionIndex()));
            }
        });
        fields.add(new Field(before, combo, has, () -> combo.select(combo.indexOf(get.apply(element).getLiteral()))));
        return combo;
    }

    /** Something to read, with links in it. */
    Link link(String label, String name, Predicate<NamedElement> has, Function<NamedElement, String> get) {
        Label before = label(label);
        Link link = WidgetNames.name(new Link(column, SWT.NONE), name);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).span(2 * pairs - 1, 1).applyTo(link);
        fields.add(new Field(before, link, has, () -> link.setText(get.apply(element))));
        return link;
    }

    /** Shows an element as it is now; null for none. */
    void show(String heading, NamedElement shown) {
        element = shown;
        title.setText(heading);
        filling = true;
        try {
            for (Field field : fields) {
                boolean visible = shown != null && field.has().test(shown);
                visible(field.label(), visible);
                visible(field.control(), visible);
                if (visible) {
                    field.fill().run();
                }
            }
        } finally {
            filling = false;
        }
    }

    private static void visible(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }

    private static void set(Text field, String text) {
        if (!Objects.equals(field.getText(), Objects.toString(text, ""))) {
            field.setText(Objects.toString(text, ""));
        }
    }
}
