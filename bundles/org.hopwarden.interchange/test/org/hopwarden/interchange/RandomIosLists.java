package org.hopwarden.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.WordTable;

/** Writes access lists as IOS spells them, with everything the importer reads. */
final class RandomIosLists {

    private final RandomGenerator random;

    RandomIosLists(RandomGenerator random) {
        this.random = random;
    }

    /** One or more lists of up to this many entries each. */
    String lists(int entries) {
        StringBuilder text = new StringBuilder();
        int number = random.nextBoolean() ? 100 + random.nextInt(50) : 2000 + random.nextInt(300);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            for (int e = 1 + random.nextInt(entries); e > 0; e--) {
                while (random.nextInt(3) == 0) {
                    text.append("access-list ").append(number).append(remark()).append('\n');
                }
                text.append("access-list ").append(number).append(' ').append(entry()).append('\n');
            }
            text.append(random.nextInt(4) == 0 ? "access-list " + number + remark() + "\n" : "");
            number++;
        }
        return text.toString();
    }

    /** Lists of every kind, with the objects that they name in front and where they are bound behind. */
    String configuration(int entries) {
        StringBuilder lists = new StringBuilder();
        names = 1 + random.nextInt(3);
        int kinds = 0;
        StringBuilder bindings = new StringBuilder();
        usedTimes = new boolean[names];
        usedGroups = new boolean[names];
        for (int n = 0; n < 1 + random.nextInt(4); n++) {
            int kind = random.nextInt(5);
            kinds++;
            String name = switch (kind) {
                case 0, 1, 2 -> "LIST-" + kinds;
                case 3 -> Integer.toString(random.nextBoolean() ? 10 + kinds : 1300 + kinds);
                default -> Integer.toString(random.nextBoolean() ? 150 + kinds : 2000 + kinds);
            };
            lists.append(kind >= 3 ? numbered(name, entries, kind == 3) : block(name, kind, entries));
            if (random.nextBoolean()) {
                bindings.append("interface Gi0/").append(kinds).append(kind == 2 ? "\n ipv6 traffic-filter " : "\n ip access-group ")
                        .append(name).append(random.nextBoolean() ? " in\n" : " out\n");
            }
        }
        StringBuilder objects = new StringBuilder();
        for (int n = 0; n < names; n++) {
            objects.append(usedGroups[n] ? group(n) : "");
        }
        for (int n = 0; n < names; n++) {
            objects.append(usedTimes[n] ? time(n) : "");
        }
        return objects.append(lists).append(bindings).toString();
    }

    private int names;
    private boolean[] usedTimes;
    private boolean[] usedGroups;

    private String numbered(String number, int entries, boolean standard) {
        StringBuilder text = new StringBuilder();
        for (int e = 1 + random.nextInt(entries); e > 0; e--) {
            text.append(random.nextInt(3) == 0 ? "access-list " + number + remark() + "\n" : "");
            text.append("access-list ").append(number).append(' ').append(standard ? standard() : entry()).append('\n');
        }
        return text.toString();
    }

    private String block(String name, int kind, int entries) {
        StringBuilder text = new StringBuilder(switch (kind) {
            case 0 -> "ip access-list extended ";
            case 1 -> "ip access-list standard ";
            default -> "ipv6 access-list ";
        }).append(name).append('\n');
        int number = random.nextBoolean() ? 0 : 1 + random.nextInt(20);
        int step = 1 + random.nextInt(20);
        for (int e = random.nextInt(entries); e >= 0; e--) {
            text.append(random.nextInt(3) == 0 ? numbered(kind, number) + remark().substring(1) + "\n" : "").append(' ');
            if (number > 0) {
                text.append(kind == 2 ? "sequence " : "").append(number).append(' ');
                number += step;
            }
            text.append(kind == 0 ? extended() : kind == 1 ? standard() : v6()).append('\n');
        }
        return text.append(random.nextInt(4) == 0 ? remark() + "\n" : "").toString();
    }

    private String standard() {
        String text = address();
        return action() + (text.startsWith("host ") ? text.substring(5) : text) + (random.nextInt(4) == 0 ? " log" : "");
    }

    /** What only lists below a header have, or newer versions. */
    private String extended() {
        String text = entry();
        String log = text.endsWith(" log") ? " log" : text.endsWith(" log-input") ? " log-input" : "";
        text = text.substring(0, text.length() - log.length());
        String fragments = text.endsWith(" fragments") ? " fragments" : "";
        text = text.substring(0, text.length() - fragments.length());
        if (text.contains(" tcp ") && fragments.isEmpty() && random.nextInt(3) == 0
                && IosWords.TCP_FLAGS.words().stream().noneMatch(text::endsWith)) {
            text += switch (random.nextInt(3)) {
                case 0 -> " match-any +ack -syn";
                case 1 -> " match-all -ack +rst +syn";
                default -> " match-all -fin";
            };
        }
        if (text.endsWith(" ip any any") && random.nextBoolean()) {
            int group = random.nextInt(names);
            usedGroups[group] = true;
            text = text.substring(0, text.length() - 7) + (random.nextBoolean() ? "any object-group NET-" + group
                    : "object-group NET-" + group + " any");
        }
        text += switch (random.nextInt(6)) {
            case 0 -> " dscp " + IosWords.DSCP.text(random.nextInt(64));
            case 1 -> " precedence " + IosWords.PRECEDENCE.text(random.nextInt(8));
            default -> "";
        };
        text += switch (random.nextInt(10)) {
            case 0 -> " ttl eq " + random.nextInt(256) + " " + random.nextInt(256);
            case 1 -> " ttl lt " + (2 + random.nextInt(253));
            case 2 -> " ttl gt " + random.nextInt(254);
            case 3 -> " ttl range " + (1 + random.nextInt(100)) + " " + (120 + random.nextInt(100));
            case 4 -> " ttl neq " + (1 + random.nextInt(254));
            default -> "";
        };
        return text + fragments + time() + log;
    }

    private String time() {
        if (random.nextInt(5) > 0) {
            return "";
        }
        int n = random.nextInt(names);
        usedTimes[n] = true;
        return " time-range TIME-" + n;
    }

    private String time(int n) {
        StringBuilder text = new StringBuilder("time-range TIME-" + n + "\n");
        int kind = random.nextInt(4);
        if (kind != 0) {
            text.append(" absolute").append(kind == 1 ? "" : " start 08:00 01 January 2026").append(kind == 2 ? ""
                    : " end " + String.format("%02d:%02d %02d", random.nextInt(24), random.nextInt(60), 1 + random.nextInt(28))
                            + " December 2030").append('\n');
        }
        for (int p = (kind == 0 ? 1 : 0) + random.nextInt(3); p > 0; p--) {
            text.append(switch (random.nextInt(5)) {
                case 0 -> " periodic daily 0:00 to 23:59\n";
                case 1 -> " periodic weekdays 9:" + (10 + random.nextInt(50)) + " to 17:00\n";
                case 2 -> " periodic weekend 1:05 to 2:00\n";
                case 3 -> " periodic Monday Wednesday " + random.nextInt(12) + ":00 to 12:30\n";
                default -> " periodic Saturday 22:00 to Monday 6:00\n";
            });
        }
        return text.toString();
    }

    private String group(int n) {
        StringBuilder text = new StringBuilder("object-group network NET-" + n + "\n");
        text.append(random.nextBoolean() ? " description some servers\n" : "");
        for (int t = random.nextInt(4); t >= 0; t--) {
            text.append(switch (random.nextInt(4)) {
                case 0 -> " host " + IpAddress.v4(random.nextInt());
                case 1 -> " any";
                case 2 -> " range 10.0.0." + random.nextInt(100) + " 10.0.1." + random.nextInt(256);
                default -> " 10." + random.nextInt(256) + ".0.0 255.255.0.0";
            }).append('\n');
        }
        return text.toString();
    }

    private String v6() {
        boolean fragments = random.nextInt(6) == 0;
        String end = fragments ? " fragments" : "";
        String text = switch (random.nextInt(6)) {
            case 0 -> "ipv6 " + address6() + " " + address6();
            case 1 -> IosWords.IPV6_PROTOCOLS.text(new int[] { 50, 58, 6, 17, 132, 108, 1, 89, 255 }[random.nextInt(9)]) + " "
                    + address6() + " " + address6();
            case 2 -> "icmp " + address6() + " " + address6() + (fragments ? "" : icmp6());
            case 3 -> "udp " + address6() + (fragments ? "" : condition(IosWords.UDP_PORTS)) + " " + address6();
            default -> "tcp " + address6() + " " + address6() + (fragments ? "" : condition(IosWords.TCP_PORTS) + tcp());
        };
        return action() + text + (random.nextInt(6) == 0 ? " dscp " + IosWords.DSCP.text(random.nextInt(64)) : "") + end + time()
                + (random.nextInt(5) == 0 ? " log" : "");
    }

    private String icmp6() {
        if (random.nextBoolean()) {
            return " " + IosWords.icmpv6Text(random.nextInt(256), random.nextBoolean() ? null : random.nextInt(256));
        }
        List<String> words = new ArrayList<>();
        IosWords.icmpv6Words().forEach(words::add);
        return " " + any(words);
    }

    private String address6() {
        IpAddress address = IpAddress.v6(random.nextBoolean() ? 0x20010db8_00000000L | random.nextInt(4) : random.nextLong(),
                random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(3));
        return switch (random.nextInt(3)) {
            case 0 -> "any";
            case 1 -> "host " + address.toString().toUpperCase(Locale.ROOT);
            default -> IpPrefix.containing(address, 1 + random.nextInt(127)).toString().toUpperCase(Locale.ROOT);
        };
    }

    private String action() {
        return random.nextBoolean() ? "permit " : "deny ";
    }

    /** What stands in front of a remark: newer versions give it the number of the entry behind it. */
    private String numbered(int kind, int number) {
        return number == 0 || random.nextBoolean() ? " " : (kind == 2 ? " sequence " : " ") + number + " ";
    }

    private String remark() {
        StringBuilder text = new StringBuilder(" remark");
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? " " : "").append((char) (random.nextInt(8) == 0 ? ' ' : '!' + random.nextInt(94)));
        }
        return text.toString();
    }

    private String entry() {
        String action = random.nextBoolean() ? "permit " : "deny ";
        String log = switch (random.nextInt(8)) {
            case 0 -> " log";
            case 1 -> " log-input";
            default -> "";
        };
        boolean fragments = random.nextInt(6) == 0;
        return action + switch (random.nextInt(6)) {
            case 0 -> "ip " + address() + " " + address() + (fragments ? " fragments" : "");
            case 1 -> pick(IosWords.PROTOCOLS) + " " + address() + " " + address() + (fragments ? " fragments" : "");
            case 2 -> "icmp " + address() + " " + address() + (fragments ? " fragments" : icmp());
            case 3 -> "udp " + ports(IosWords.UDP_PORTS, fragments) + (fragments ? " fragments" : "");
            default -> "tcp " + ports(IosWords.TCP_PORTS, fragments) + (fragments ? " fragments" : tcp());
        } + log;
    }

    private String pick(WordTable table) {
        return random.nextInt(3) == 0 ? table.text(1 + random.nextInt(255))
                : table.text(table.number(any(new ArrayList<>(table.words()))).getAsInt());
    }

    private String icmp() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> " " + IosWords.icmpText(random.nextInt(256), random.nextBoolean() ? null : random.nextInt(256));
            default -> {
                List<String> words = new ArrayList<>();
                IosWords.icmpWords().forEach(words::add);
                yield " " + any(words);
            }
        };
    }

    private String tcp() {
        return (random.nextInt(5) == 0 ? " established" : "")
                + (random.nextInt(6) == 0 ? " " + any(new ArrayList<>(IosWords.TCP_FLAGS.words())) : "");
    }

    private String ports(WordTable words, boolean none) {
        return address() + (none ? "" : condition(words)) + " " + address() + (none ? "" : condition(words));
    }

    private String condition(WordTable words) {
        int low = random.nextInt(65536);
        return switch (random.nextInt(8)) {
            case 0 -> " range " + words.text(low) + " " + words.text(low + random.nextInt(65536 - low));
            case 1 -> " lt " + port(words);
            case 2 -> " gt " + port(words);
            case 3 -> " neq" + list(words);
            case 4, 5 -> " eq" + list(words);
            default -> "";
        };
    }

    private String list(WordTable words) {
        StringBuilder list = new StringBuilder();
        for (int n = random.nextInt(3) == 0 ? 1 + random.nextInt(10) : 1; n > 0; n--) {
            list.append(' ').append(port(words));
        }
        return list.toString();
    }

    private String port(WordTable words) {
        return random.nextBoolean() ? words.text(random.nextInt(65536))
                : words.text(words.number(any(new ArrayList<>(words.words()))).getAsInt());
    }

    private String address() {
        int mask = random.nextInt(4) == 0 ? random.nextInt() : (int) (0xffff_ffffL >>> 1 + random.nextInt(31));
        int address = random.nextInt() & ~mask;
        return switch (random.nextInt(4)) {
            case 0, 1 -> "any";
            case 2 -> "host " + IpAddress.v4(random.nextInt());
            default -> mask == 0 ? "host " + IpAddress.v4(address) : IpAddress.v4(address) + " " + IpAddress.v4(mask);
        };
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
