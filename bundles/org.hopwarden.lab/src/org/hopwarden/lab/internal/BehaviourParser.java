package org.hopwarden.lab.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.hopwarden.lab.Balancing;
import org.hopwarden.lab.IcmpLimit;
import org.hopwarden.lab.NodeBehaviour;
import org.hopwarden.lab.NodeBehaviour.InterfaceDetail;
import org.hopwarden.lab.TooBigReports;
import org.hopwarden.lab.internal.Section.Placed;

/** Reads how a node behaves. */
final class BehaviourParser {

    /** Of hosts and routers. */
    static final Set<String> KEYS = Set.of(LimitParser.KEY, "balance", "hash", "quote", "interface-info", "tcp-data", "dns");
    static final Set<String> ROUTER_KEYS = Set.of("too-big", "decrement-ttl", "label-stack");

    /** In the order of {@link TooBigReports}. */
    private static final List<String> TOO_BIG = List.of("mtu", "zero", "nothing");
    private static final List<String> BALANCE = List.of("flow", "packet", "destination");
    private static final List<String> TCP_DATA = List.of("discard", "echo");

    private final Problems problems;
    private final IcmpLimit usualLimit;

    /** @param usualLimit of nodes that name none */
    BehaviourParser(Problems problems, IcmpLimit usualLimit) {
        this.problems = problems;
        this.usualLimit = usualLimit;
    }

    NodeBehaviour parse(Section section) {
        String tooBig = section.word("too-big", TOO_BIG);
        return new NodeBehaviour(LimitParser.parse(section, problems, usualLimit),
                tooBig == null ? TooBigReports.MTU : TooBigReports.values()[TOO_BIG.indexOf(tooBig)], balancing(section),
                section.flag("decrement-ttl", true),
                (int) section.number("quote", 8, 0xffff, NodeBehaviour.QUOTE_ALL), section.flag("label-stack", true),
                words(section, "interface-info", InterfaceDetail.class),
                "echo".equals(section.word("tcp-data", TCP_DATA)), section.flag("dns", false));
    }

    private Balancing balancing(Section section) {
        String by = section.word("balance", BALANCE);
        Set<Balancing.Field> fields = words(section, "hash", Balancing.Field.class);
        if (section.has("hash") && by != null && !by.equals("flow")) {
            problems.add(section.position("hash"), "'hash' says what makes a flow, and this node does not balance by flow",
                    "leave it out, or write balance = \"flow\"");
        }
        return by == null && fields.isEmpty() ? Balancing.BY_FLOW
                : new Balancing(by == null ? Balancing.By.FLOW : Balancing.By.valueOf(by.toUpperCase(Locale.ROOT)),
                        fields.isEmpty() ? Balancing.BY_FLOW.fields() : fields);
    }

    /** A list of words that stand for the constants of an enumeration. */
    private <E extends Enum<E>> Set<E> words(Section section, String key, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        List<String> known = Stream.of(type.getEnumConstants()).map(BehaviourParser::word).toList();
        for (Placed<String> text : section.texts(key)) {
            int index = known.indexOf(text.value());
            if (index < 0) {
                problems.add(text.at(), "'" + text.value() + "' is no " + key + " that is known",
                        NearestWord.hint(text.value(), known));
            } else {
                values.add(type.getEnumConstants()[index]);
            }
        }
        return values;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
