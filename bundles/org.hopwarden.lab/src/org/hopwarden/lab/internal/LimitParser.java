package org.hopwarden.lab.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.IcmpLimit;

/** Reads the key {@code icmp-limit}, at the top of the file and in nodes. */
final class LimitParser {

    static final String KEY = "icmp-limit";

    private static final Set<String> FIXED_KEYS = Set.of("rate", "burst");
    private static final Set<String> LINUX_KEYS = Set.of("model", "ratelimit", "ratemask", "msgs-per-sec", "msgs-burst",
            "ratelimit-v6", "ratemask-v6");
    private static final List<String> MODELS = List.of("none", "linux", "fixed");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3}))?");

    private LimitParser() {
    }

    static IcmpLimit parse(Section section, Problems problems, IcmpLimit otherwise) {
        if (!section.has(KEY)) {
            return otherwise;
        }
        if (!section.isTable(KEY)) {
            String word = section.text(KEY, null);
            if (word == null) {
                return otherwise;
            }
            switch (word) {
                case "none":
                    return IcmpLimit.NONE;
                case "linux":
                    return IcmpLimit.LINUX;
                default:
                    problems.add(section.valuePosition(KEY), "'" + word + "' is no limit that is known",
                            "write \"none\", \"linux\", or { rate = 10, burst = 5 }");
                    return otherwise;
            }
        }
        Section inner = section.inner(KEY, "").orElseThrow();
        String model = inner.word("model", MODELS);
        return "linux".equals(model) ? linux(inner, problems) : fixed(inner, problems);
    }

    private static IcmpLimit fixed(Section inner, Problems problems) {
        inner.allow(inner.has("model") ? Set.of("model", "rate", "burst") : FIXED_KEYS);
        if (!inner.has("rate")) {
            problems.add(inner.at(), "the limit has no 'rate'",
                    "add rate = 10, in errors a second, or write icmp-limit = \"linux\"");
        }
        return new IcmpLimit.Fixed(inner.decimal("rate", 0, 1_000_000, 1), (int) inner.number("burst", 1, 1_000_000, 1));
    }

    private static IcmpLimit linux(Section inner, Problems problems) {
        inner.allow(LINUX_KEYS);
        IcmpLimit.Linux usual = (IcmpLimit.Linux) IcmpLimit.LINUX;
        return new IcmpLimit.Linux(inner.duration("ratelimit", usual.ratelimit()),
                inner.number("ratemask", 0, 0xffff_ffffL, usual.ratemask()),
                (int) inner.number("msgs-per-sec", 0, 10_000_000, usual.messagesPerSecond()),
                (int) inner.number("msgs-burst", 0, 10_000_000, usual.messagesBurst()),
                inner.duration("ratelimit-v6", usual.ratelimitV6()),
                types(inner.text("ratemask-v6", null), inner, problems, usual.typesV6()));
    }

    /** Types and ranges of types in the form of the kernel's own file. */
    private static BitSet types(String text, Section inner, Problems problems, BitSet otherwise) {
        if (text == null) {
            return otherwise;
        }
        BitSet types = new BitSet();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            int first = range.matches() ? Integer.parseInt(range.group(1)) : 256;
            int last = first > 255 || range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last > 255 || first > last) {
                problems.add(inner.valuePosition("ratemask-v6"), "'" + part.strip() + "' is no range of ICMPv6 types",
                        "write types from 0 to 255 such as \"0-1,3-127\"");
                return otherwise;
            }
            types.set(first, last + 1);
        }
        return types;
    }
}
