package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;
import org.hopwarden.interchange.entry.RuleParser.NoRule;

/**
 * A line of the properties of an element.
 *
 * @param id the same for the same property of other elements, so that several are edited together
 * @param help what it means
 * @param get its value in words
 * @param choices the words there are; empty where others may be typed
 * @param edit how it is changed; empty where it can only be read
 */
record Property(String id, String category, String label, String help, Supplier<String> get, List<String> choices, Optional<Edit> edit) {

    /**
     * How a property is changed.
     *
     * @param check looks at words while they are typed
     * @param set takes them
     * @param alone whether several elements cannot have it in common
     */
    record Edit(Words check, Words set, boolean alone) {
    }

    /** Takes words. */
    @FunctionalInterface
    interface Words {
        void take(String text) throws NoRule;
    }

    static Property read(String id, String category, String label, String help, Supplier<String> get) {
        return new Property(id, category, label, help, get, List.of(), Optional.empty());
    }

    static Property typed(String id, String category, String label, String help, Supplier<String> get, Words check, Words set) {
        return new Property(id, category, label, help, get, List.of(), Optional.of(new Edit(check, set, false)));
    }

    static Property chosen(String id, String category, String label, String help, List<String> choices, Supplier<String> get, Words set) {
        return new Property(id, category, label, help, get, choices, Optional.of(new Edit(text -> { }, set, false)));
    }

    /** The same, which is offered for one element alone. */
    Property alone() {
        return new Property(id, category, label, help, get, choices, edit.map(each -> new Edit(each.check(), each.set(), true)));
    }

    IPropertyDescriptor descriptor() {
        PropertyDescriptor descriptor = edit.isEmpty() ? new PropertyDescriptor(id, label)
                : choices.isEmpty() ? new TextPropertyDescriptor(id, label)
                        : new ComboBoxPropertyDescriptor(id, label, choices.toArray(String[]::new));
        descriptor.setCategory(category);
        descriptor.setDescription(help);
        edit.ifPresent(each -> {
            descriptor.setAlwaysIncompatible(each.alone());
            descriptor.setValidator(value -> value instanceof String text ? problem(each, text) : null);
        });
        return descriptor;
    }

    /** @return null where the words can be taken */
    private static String problem(Edit edit, String text) {
        try {
            edit.check().take(text.strip());
            return null;
        } catch (NoRule e) {
            return e.getMessage();
        }
    }

    /** The value as the view has it: a text, or which of the choices it is. */
    Object value() {
        String text = get.get();
        return choices.isEmpty() ? text == null ? "" : text : (Object) choices.indexOf(text);
    }

    /** @param value as the view has it */
    void set(Object value) throws NoRule {
        if (edit.isPresent() && !value.equals(value())) {
            edit.get().set().take(choices.isEmpty() ? String.valueOf(value).strip() : choices.get((Integer) value));
        }
    }
}
