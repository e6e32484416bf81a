package org.hopwarden.lab.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of the file, read key by key. A wrong value is noted with its place, and a harmless one returned, so that
 * reading goes on and finds the rest.
 */
final class Section {

    /** A value and where it stands. */
    record Placed<T>(T value, TomlPosition at) {
    }

    private final String title;
    private final TomlTable table;
    private final TomlPosition at;
    private final List<String> lines;
    private final Problems problems;

    /** @param title how messages name the table, such as {@code [[link]]} */
    Section(String title, TomlTable table, TomlPosition at, List<String> lines, Problems problems) {
        this.title = title;
        this.table = table;
        this.at = at;
        this.lines = lines;
        this.problems = problems;
    }

    /** Where the table starts. */
    TomlPosition at() {
        return at;
    }

    /** Notes every key that is not among these. */
    void allow(Collection<String> keys) {
        for (String key : table.keySet()) {
            if (!keys.contains(key)) {
                problems.add(position(key), "unknown key '" + key + "' in " + title, NearestWord.hint(key, keys));
            }
        }
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    Set<String> keys() {
        return table.keySet();
    }

    /** Where a key stands; the table's place where it is missing. */
    TomlPosition position(String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? at : position;
    }

    /** Where the value of a key starts. The TOML reader knows only where the key does. */
    TomlPosition valuePosition(String key) {
        TomlPosition position = position(key);
        if (!has(key) || position.line() > lines.size()) {
            return position;
        }
        String line = lines.get(position.line() - 1);
        int column = line.indexOf('=', position.column() - 1) + 1;
        while (column > 0 && column < line.length() && Character.isWhitespace(line.charAt(column))) {
            column++;
        }
        return column > 0 && column < line.length() ? TomlPosition.positionAt(position.line(), column + 1) : position;
    }

    /** The text of a key that must be there; null where it is not. */
    String requiredText(String key, String example) {
        if (!has(key)) {
            problems.add(at, title + " has no '" + key + "'", "add a line such as " + key + " = " + example);
            return null;
        }
        return text(key, null);
    }

    String text(String key, String otherwise) {
        return value(key, String.class, "a text in quotes", otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return value(key, Boolean.class, "true or false", otherwise);
    }

    long number(String key, long least, long most, long otherwise) {
        long number = value(key, Long.class, "a whole number", otherwise);
        if (has(key) && (number < least || number > most)) {
            problems.add(valuePosition(key), key + " = " + number + " is out of range",
                    "write a number from " + least + " to " + most);
            return otherwise;
        }
        return number;
    }

    /** A number with or without a fraction. */
    double decimal(String key, double least, double most, double otherwise) {
        Number number = value(key, Number.class, "a number", otherwise);
        if (has(key) && !(number.doubleValue() >= least && number.doubleValue() <= most)) {
            problems.add(valuePosition(key), key + " = " + number + " is out of range",
                    "write a number from " + plain(least) + " to " + plain(most));
            return otherwise;
        }
        return number.doubleValue();
    }

    private static String plain(double value) {
        return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    private <T> T value(String key, Class<T> type, String wanted, T otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        Object value = table.get(List.of(key));
        if (!type.isInstance(value)) {
            problems.add(valuePosition(key), "'" + key + "' is no " + wanted.replaceFirst("^a ", ""), "write " + wanted);
            return otherwise;
        }
        return type.cast(value);
    }

    /** A list of texts, for which a lone text may stand. Each has its own place. */
    List<Placed<String>> texts(String key) {
        return items(key, String.class, "texts in quotes");
    }

    /** A list of port numbers, for which a lone number may stand. */
    Set<Integer> ports(String key) {
        Set<Integer> ports = new LinkedHashSet<>();
        for (Placed<Long> item : items(key, Long.class, "port numbers")) {
            if (item.value < 1 || item.value > 65535) {
                problems.add(item.at, "there is no port " + item.value, "write a number from 1 to 65535");
            } else if (!ports.add(item.value.intValue())) {
                problems.add(item.at, "port " + item.value + " stands twice in '" + key + "'", "leave one out");
            }
        }
        return ports;
    }

    private <T> List<Placed<T>> items(String key, Class<T> type, String wanted) {
        List<Placed<T>> items = new ArrayList<>();
        Object value = has(key) ? table.get(List.of(key)) : null;
        if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (type.isInstance(array.get(i))) {
                    items.add(new Placed<>(type.cast(array.get(i)), array.inputPositionOf(i)));
                } else {
                    problems.add(array.inputPositionOf(i), "an entry of '" + key + "' is of another kind",
                            "write a list of " + wanted);
                }
            }
        } else if (type.isInstance(value)) {
            items.add(new Placed<>(type.cast(value), valuePosition(key)));
        } else if (value != null) {
            problems.add(valuePosition(key), "'" + key + "' is no list of " + wanted, "write a list such as " + key
                    + (type == Long.class ? " = [80, 443]" : " = [\"...\", \"...\"]"));
        }
        return items;
    }

    List<Placed<IpAddress>> addresses(String key) {
        return parsed(texts(key), IpAddress::parse, "write an address such as 192.0.2.1 or 2001:db8::1");
    }

    List<Placed<IpPrefix>> prefixes(String key) {
        return parsed(texts(key), text -> {
            if (text.indexOf('/') < 0) {
                throw new IllegalArgumentException("'" + text + "' has no prefix length");
            }
            return IpPrefix.parse(text);
        }, "write a prefix such as 192.0.2.0/24 or 2001:db8:1::/64");
    }

    private <T> List<Placed<T>> parsed(List<Placed<String>> texts, Function<String, T> parser, String remedy) {
        List<Placed<T>> values = new ArrayList<>();
        for (Placed<String> text : texts) {
            try {
                values.add(new Placed<>(parser.apply(text.value), text.at));
            } catch (IllegalArgumentException e) {
                problems.add(text.at, e.getMessage(), remedy);
            }
        }
        return values;
    }

    Duration duration(String key, Duration otherwise) {
        return quantity(key, Quantities::duration, otherwise, false);
    }

    double share(String key, double otherwise) {
        return quantity(key, Quantities::share, otherwise, true);
    }

    private <T> T quantity(String key, Function<String, T> parser, T otherwise, boolean share) {
        if (!has(key)) {
            return otherwise;
        }
        if (!(table.get(List.of(key)) instanceof String text)) {
            problems.add(valuePosition(key), "'" + key + "' has no unit",
                    share ? "write a text such as \"2 %\"" : "write a text such as \"5 ms\"");
            return otherwise;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(valuePosition(key), key + ": " + e.getMessage(),
                    share ? "write a share such as \"2 %\", from 0 % to 100 %"
                            : "write a time such as \"5 ms\"; units are ns, us, ms and s");
            return otherwise;
        }
    }

    /** One of a set of words; null where it is missing or none of them. */
    String word(String key, Collection<String> words) {
        String text = text(key, null);
        if (text != null && !words.contains(text)) {
            problems.add(valuePosition(key), "'" + text + "' is no " + key + " that is known",
                    NearestWord.hint(text, words));
            return null;
        }
        return text;
    }

    boolean isTable(String key) {
        return has(key) && table.get(List.of(key)) instanceof TomlTable;
    }

    /**
     * A table inside this one, written {@code key.x = ...} or {@code key = { x = ... }}.
     *
     * @param remedy for a value that is no table
     */
    Optional<Section> inner(String key, String remedy) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (table.get(List.of(key)) instanceof TomlTable inner) {
            return Optional.of(new Section(title + " " + key, inner, position(key), lines, problems));
        }
        problems.add(valuePosition(key), "'" + key + "' is no table", remedy);
        return Optional.empty();
    }

    /** The tables of a list that the file writes as {@code [[key]]}. */
    List<Section> list(String key) {
        List<Section> sections = new ArrayList<>();
        Object value = has(key) ? table.get(List.of(key)) : null;
        if (value instanceof TomlArray array && array.toList().stream().allMatch(TomlTable.class::isInstance)) {
            for (int i = 0; i < array.size(); i++) {
                sections.add(new Section("[[" + key + "]]", array.getTable(i), array.inputPositionOf(i), lines, problems));
            }
        } else if (value != null) {
            problems.add(position(key), "'" + key + "' is no list of tables", "head each one with [[" + key + "]]");
        }
        return sections;
    }
}
