package org.hopwarden.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.hopwarden.net.IpAddress;
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
