package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.lab.AddressTranslation;
import org.hopwarden.lab.PacketMatch;
import org.hopwarden.lab.Rewrite;
import org.hopwarden.lab.internal.Section.Placed;
import org.hopwarden.net.IpAddress;

/** Reads address translations, and what routers rewrite. */
final class TranslationParser {

    private static final Set<String> NAT_KEYS = Set.of("at", "interface", "translate", "match", "to", "to-port", "ports",
            "quotes");
    private static final Set<String> REWRITE_KEYS = Set.of("at", "interface", "match", "ttl", "dscp", "ecn", "dont-fragment",
            "mss", "strip-tcp-options");
    /** IANA, TCP option kind numbers. */
    private static final Map<String, Integer> TCP_OPTIONS = Map.of("mss", 2, "window-scale", 3, "sack-permitted", 4, "sack", 5,
            "timestamps", 8, "md5", 19, "mptcp", 30, "fast-open", 34);

    private final Places places;
    private final Problems problems;

    TranslationParser(Places places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    List<AddressTranslation> translations(List<Section> sections) {
        List<AddressTranslation> translations = new ArrayList<>();
        for (Section section : sections) {
            section.allow(NAT_KEYS);
            String node = places.router(section);
            String end = section.has("translate") ? section.word("translate", List.of("source", "destination")) : missing(
                    section, "translate", "\"source\"");
            Optional<String> link = node == null ? Optional.empty() : places.link(section, node);
            List<PacketMatch> matches = places.matches(section);
            List<Placed<IpAddress>> to = section.addresses("to");
            boolean source = "source".equals(end);
            if (source && !section.has("interface")) {
                missing(section, "interface", "\"NEIGHBOUR\", the one by which the translated packets leave");
            }
            if ("destination".equals(end) && !section.has("to")) {
                missing(section, "to", "\"10.0.0.5\"");
            }
            if (to.size() > 1) {
                problems.add(to.get(1).at(), "a translation has one new address", "write a [[nat]] for each");
            }
            int toPort = (int) section.number("to-port", 1, 65535, 0);
            String foreign = source ? "to-port" : "ports";
            if (end != null && section.has(foreign)) {
                problems.add(section.position(foreign), "'" + foreign + "' is no key where the " + end + " is translated",
                        "leave it out");
            }
            boolean random = "random".equals(section.word("ports", List.of("keep", "random")));
            boolean quotes = section.flag("quotes", true);
            if (node != null && end != null && (source ? link.isPresent() : !to.isEmpty())) {
                translations.add(new AddressTranslation(node, link,
                        source ? AddressTranslation.Kind.SOURCE : AddressTranslation.Kind.DESTINATION, matches,
                        to.stream().findFirst().map(Placed::value), toPort, random, quotes));
            }
        }
        return translations;
    }

    private String missing(Section section, String key, String example) {
        problems.add(section.at(), "[[nat]] has no '" + key + "'", "add a line such as " + key + " = " + example);
        return null;
    }

    List<Rewrite> rewrites(List<Section> sections) {
        List<Rewrite> rewrites = new ArrayList<>();
        for (Section section : sections) {
            section.allow(REWRITE_KEYS);
            String node = places.router(section);
            Optional<String> link = node == null ? Optional.empty() : places.link(section, node);
            boolean dontFragment = section.flag("dont-fragment", true);
            if (section.has("dont-fragment") && dontFragment) {
                problems.add(section.valuePosition("dont-fragment"), "a router never sets don't-fragment",
                        "write false, or leave it out");
            }
            Rewrite rewrite = new Rewrite(node == null ? "" : node, link, places.matches(section),
                    (int) section.number("ttl", 1, 255, -1), (int) section.number("dscp", 0, 63, -1),
                    (int) section.number("ecn", 0, 3, -1), !dontFragment, (int) section.number("mss", 1, 65535, 0),
                    options(section));
            if (node != null) {
                rewrites.add(rewrite);
            }
        }
        return rewrites;
    }

    private Set<Integer> options(Section section) {
        Set<Integer> kinds = new HashSet<>();
        for (Placed<String> name : section.texts("strip-tcp-options")) {
            if (name.value().equals("all")) {
                for (int kind = 2; kind < 256; kind++) {
                    kinds.add(kind);
                }
            } else if (TCP_OPTIONS.containsKey(name.value())) {
                kinds.add(TCP_OPTIONS.get(name.value()));
            } else {
                problems.add(name.at(), "'" + name.value() + "' is no TCP option that is known",
                        NearestWord.hint(name.value(), TCP_OPTIONS.keySet().stream().sorted().toList()) + " or all");
            }
        }
        return kinds;
    }
}
