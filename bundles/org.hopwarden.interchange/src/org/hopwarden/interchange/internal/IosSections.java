package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.interchange.ImportException.Problem;
import org.hopwarden.interchange.internal.IosSection.Kind;

/**
 * Cuts a configuration, as {@code show running-config} writes it or as a person types it, into its commands. What is typed
 * need not be indented, so a line belongs to the section above it if it begins with a word of that mode.
 */
final class IosSections {

    /** IOS takes no longer lines than 254 characters; this leaves room for hands that do. */
    private static final int LONGEST_LINE = 4096;

    private static final Pattern MORE = Pattern.compile("^[\\s\\x08]*-+ ?more ?-+[\\s\\x08]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROMPT = Pattern.compile("^[A-Za-z0-9][\\w.:/-]{0,62}(\\(config[\\w-]*\\))?[#>][ \\t]?");

    private static final Set<String> ENTRY_WORDS = Set.of("permit", "deny", "remark", "evaluate", "dynamic", "sequence");
    private static final Set<String> LOST_WORDS = Set.of("permit", "deny", "remark");
    private static final Set<String> GROUP_WORDS = Set.of("description", "host", "range", "group-object", "any", "tcp", "udp",
            "tcp-udp", "ip", "icmp");
    private static final Set<String> INTERFACE_WORDS = Set.of("ip", "ipv6", "no", "description", "shutdown", "duplex", "speed",
            "encapsulation", "mtu", "bandwidth", "switchport", "negotiation");
    private static final Set<String> TERMINAL_WORDS = Set.of("access-class", "ipv6", "transport", "login", "exec-timeout",
            "password", "session-timeout", "logging", "privilege");

    private final List<IosSection> sections = new ArrayList<>();
    private final List<IosLine> comments = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private IosSection current;
    private IosLine banner;
    private String bannerEnd;
    private int blank;
    private int bannerLines;
    private int prompts;

    private IosSections() {
    }

    /** @param lines the whole text */
    static IosSections of(List<String> lines) {
        IosSections all = new IosSections();
        for (int i = 0; i < lines.size(); i++) {
            all.add(lines.get(i), i + 1);
        }
        if (all.banner != null) {
            all.problems.add(new Problem(all.banner.number(), 1, "the banner that begins here has no end: '" + all.bannerEnd
                    + "' does not come again, so the text is cut off or the delimiter is wrong"));
        }
        return all;
    }

    /** The commands in the order of the text. */
    List<IosSection> sections() {
        return sections;
    }

    /** Comments that say something. */
    List<IosLine> comments() {
        return comments;
    }

    List<Problem> problems() {
        return problems;
    }

    /** How many lines are blank, or comments without text. */
    int blankLines() {
        return blank;
    }

    /** How many lines belong to banners. */
    int bannerLines() {
        return bannerLines;
    }

    /** How many lines began with a prompt. */
    int prompts() {
        return prompts;
    }

    private void add(String raw, int number) {
        if (raw.length() > LONGEST_LINE) {
            problems.add(new Problem(number, LONGEST_LINE + 1, "the line has " + raw.length()
                    + " characters; no command of a configuration is that long"));
            return;
        }
        if (banner != null) {
            bannerLines++;
            banner = raw.contains(bannerEnd) ? null : banner;
            return;
        }
        IosLine line = clean(raw, number);
        String text = line.text().strip();
        if (text.isEmpty() || text.equals("!")) {
            blank++;
        } else if (text.startsWith("!")) {
            comments.add(line);
        } else {
            addCommand(line, text.toLowerCase(Locale.ROOT).split("[ \\t]+"));
        }
    }

    /** Takes away what a terminal leaves in a recorded session. */
    private IosLine clean(String raw, int number) {
        String text = raw;
        Matcher more = MORE.matcher(text);
        if (more.find()) {
            // the pager's own blanks hide how far the line was indented; show running-config indents by one
            text = raw.substring(more.end());
            text = more.group().endsWith(" ") && !more.group().stripTrailing().endsWith("-") ? " " + text : text;
        }
        Matcher prompt = PROMPT.matcher(text);
        if (prompt.find()) {
            prompts++;
            text = text.substring(prompt.end());
        }
        return new IosLine(number, raw.length() - text.length(), text);
    }

    private void addCommand(IosLine line, String[] words) {
        Kind kind = headerKind(line, words);
        if (kind != null) {
            open(kind, line);
        } else if (words[0].equals("banner") && words.length > 1 && !line.isIndented()) {
            open(Kind.OTHER, line);
            startBanner(line);
        } else if (words[0].equals("end") || words[0].equals("exit") && words.length == 1) {
            open(Kind.OTHER, line);
            current = null;
        } else if (isInside(line, words[0])) {
            current.body().add(line);
        } else if (isLostEntry(line, words[0])) {
            problems.add(new Problem(line.number(), column(line, 0, words[0]), "'" + words[0] + "' is an entry without a list"
                    + " above it; write 'access-list NUMBER' in front of it, or 'ip access-list extended NAME' above"));
        } else {
            open(Kind.OTHER, line);
        }
    }

    private boolean isInside(IosLine line, String word) {
        return current != null && current.kind() != Kind.NUMBERED
                && (line.isIndented() || continues(current.kind(), word) || current.kind() == Kind.OTHER && isOtherList(word));
    }

    /** Whether the section is a list or map of another kind, whose entries begin with the same words. */
    private boolean isOtherList(String word) {
        String header = current.header().text();
        return LOST_WORDS.contains(word) && (header.contains("list") || header.contains("map"));
    }

    private boolean isLostEntry(IosLine line, String word) {
        return LOST_WORDS.contains(word) && (!line.isIndented() || current == null || current.kind() == Kind.NUMBERED);
    }

    private void open(Kind kind, IosLine line) {
        IosSection section = new IosSection(kind, line, new ArrayList<>());
        sections.add(section);
        current = section;
    }

    /** Which section a line opens; null for none that matters here. */
    private Kind headerKind(IosLine line, String[] words) {
        boolean top = !line.isIndented() || current == null;
        String second = words.length > 1 ? words[1] : "";
        boolean ip = words[0].equals("ip") || words[0].equals("ipv6");
        if (words[0].equals("access-list")) {
            return Kind.NUMBERED;
        }
        if (ip && second.equals("access-list")) {
            return Kind.LIST;
        }
        if (words[0].equals("no") && (second.equals("access-list")
                || words.length > 2 && second.startsWith("ip") && words[2].equals("access-list"))) {
            problems.add(new Problem(line.number(), column(line, 0, words[0]), "commands that take something away are not"
                    + " read; leave the line out, and what it takes away"));
        }
        if (isMisspelt(words[0]) || ip && isMisspelt(second)) {
            int index = ip ? 1 : 0;
            problems.add(new Problem(line.number(), column(line, index, words[index]), "'" + words[index]
                    + "' is not 'access-list'" + NearestWord.hint(words[index], List.of("access-list"))));
        }
        return !top ? null : switch (words[0]) {
            case "interface" -> Kind.INTERFACE;
            case "time-range" -> Kind.TIME_RANGE;
            case "object-group" -> Kind.OBJECT_GROUP;
            case "line" -> Kind.TERMINAL;
            default -> null;
        };
    }

    private static boolean isMisspelt(String word) {
        return word.startsWith("access-l") && !word.equals("access-list")
                || word.length() < 20 && word.length() > 8 && !word.equals("access-list")
                        && NearestWord.distance(word, "access-list") <= 2;
    }

    private static int column(IosLine line, int skip, String word) {
        int at = 0;
        String low = line.text().toLowerCase(Locale.ROOT);
        for (int i = 0; i < skip; i++) {
            at = low.indexOf(' ', at) + 1;
        }
        return line.offset() + Math.max(0, low.indexOf(word, at)) + 1;
    }

    private static boolean continues(Kind kind, String word) {
        boolean number = Character.isDigit(word.charAt(0));
        return switch (kind) {
            case LIST -> number || word.equals("no") || ENTRY_WORDS.contains(word);
            case TIME_RANGE -> word.equals("absolute") || word.equals("periodic");
            case OBJECT_GROUP -> number || GROUP_WORDS.contains(word);
            case INTERFACE -> INTERFACE_WORDS.contains(word);
            case TERMINAL -> TERMINAL_WORDS.contains(word);
            case NUMBERED, OTHER -> false;
        };
    }

    /** The delimiter is the first character behind the banner's kind; {@code show running-config} writes it as {@code ^C}. */
    private void startBanner(IosLine line) {
        String rest = line.text().strip().replaceFirst("^\\S+[ \\t]+\\S+[ \\t]*", "");
        if (rest.isEmpty()) {
            return;
        }
        bannerEnd = rest.startsWith("^C") ? "^C" : rest.substring(0, 1);
        banner = rest.indexOf(bannerEnd, bannerEnd.length()) < 0 ? line : null;
    }
}
