package org.hopwarden.lab.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, as the file writes them. A number without its unit is refused, for nobody can know what it means. */
final class Quantities {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,12}(?:\\.[0-9]{1,12})?) ?(\\p{L}*|%)");
    private static final BigDecimal LONGEST_NANOS = new BigDecimal(Duration.ofHours(1).toNanos());
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Quantities() {
    }

    /** A time such as {@code 5 ms}: 0 to one hour, to the nanosecond. */
    static Duration duration(String text) {
        Matcher form = match(text);
        BigDecimal unit = switch (form.group(2)) {
            case "ns" -> BigDecimal.ONE;
            case "us", "\u00b5s", "\u03bcs" -> new BigDecimal(1_000);
            case "ms" -> new BigDecimal(1_000_000);
            case "s" -> new BigDecimal(1_000_000_000);
            case "" -> throw new IllegalArgumentException("'" + text + "' has no unit");
            default -> throw new IllegalArgumentException("'" + form.group(2) + "' is no unit of time that is known");
        };
        BigDecimal nanos = new BigDecimal(form.group(1)).multiply(unit);
        if (nanos.signum() < 0 || nanos.compareTo(LONGEST_NANOS) > 0) {
            throw new IllegalArgumentException("'" + text + "' does not lie between 0 s and 3600 s");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    /** A share such as {@code 2 %}, as 0 to 1. */
    static double share(String text) {
        Matcher form = match(text);
        if (!form.group(2).equals("%")) {
            throw new IllegalArgumentException("'" + text + "' is not in %");
        }
        BigDecimal percent = new BigDecimal(form.group(1));
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("'" + text + "' does not lie between 0 % and 100 %");
        }
        return percent.doubleValue() / 100;
    }

    private static Matcher match(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number with a unit");
        }
        return form;
    }
}
