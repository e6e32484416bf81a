package org.hopwarden.lab.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.lab.Delay;
import org.hopwarden.lab.LinkQuality;
import org.hopwarden.lab.Loss;
import org.hopwarden.lab.internal.Section.Placed;

/** Reads how packets fare on a link: the keys of the link itself, and those for what one end sends. */
final class QualityParser {

    static final Set<String> KEYS = Set.of("latency", "jitter", "loss", "reorder", "reorder-by", "duplicate");

    private static final List<String> DISTRIBUTIONS = List.of("constant", "uniform", "normal", "lognormal", "pareto",
            "empirical");
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final LinkQuality PERFECT = new LinkQuality(new Delay.Constant(Duration.ZERO), Loss.NONE, 0, Duration.ZERO,
            0);

    private final Problems problems;

    QualityParser(Problems problems) {
        this.problems = problems;
    }

    LinkQuality parse(Section link) {
        if (!link.has("latency")) {
            problems.add(link.at(), "[[link]] has no 'latency'", "add a line such as latency = \"5 ms\"");
        }
        return parse(link, PERFECT);
    }

    /** @param otherwise what holds where a key is left out */
    LinkQuality parse(Section section, LinkQuality otherwise) {
        double reorder = section.share("reorder", otherwise.reorder());
        Duration reorderBy = section.duration("reorder-by", otherwise.reorderBy());
        if (reorder > 0 && reorderBy.isZero() && problems.isEmpty()) {
            problems.add(section.position("reorder"), "'reorder' does nothing without 'reorder-by'",
                    "add reorder-by = \"5 ms\": how much later those packets come");
        }
        return new LinkQuality(delay(section, otherwise.delay()), loss(section, otherwise.loss()), reorder, reorderBy,
                section.share("duplicate", otherwise.duplicate()));
    }

    private Delay delay(Section section, Delay otherwise) {
        if (section.isTable("latency")) {
            if (section.has("jitter")) {
                problems.add(section.position("jitter"), "a latency with a distribution has no 'jitter'", "leave 'jitter' out");
            }
            return distribution(section.inner("latency", "").orElseThrow());
        }
        if (!section.has("latency") && !section.has("jitter")) {
            return otherwise;
        }
        Duration latency = section.duration("latency", otherwise.nominal());
        Duration jitter = section.duration("jitter", Duration.ZERO);
        return jitter.isZero() ? new Delay.Constant(latency) : new Delay.Uniform(latency, latency.plus(jitter));
    }

    private Delay distribution(Section latency) {
        Delay none = new Delay.Constant(Duration.ZERO);
        String word = latency.requiredText("distribution", "\"normal\"");
        if (word == null || latency.word("distribution", DISTRIBUTIONS) == null) {
            return none;
        }
        return switch (word) {
            case "constant" -> {
                require(latency, Set.of("mean"), Set.of());
                yield new Delay.Constant(latency.duration("mean", Duration.ZERO));
            }
            case "uniform" -> uniform(latency);
            case "pareto" -> pareto(latency);
            case "empirical" -> empirical(latency);
            default -> bell(latency, word.equals("normal"));
        };
    }

    private Delay uniform(Section latency) {
        require(latency, Set.of("least", "most"), Set.of());
        Duration least = latency.duration("least", Duration.ZERO);
        return new Delay.Uniform(least, atLeast(least, latency, "most", LONGEST));
    }

    private Delay bell(Section latency, boolean normal) {
        require(latency, Set.of("mean", "deviation"), Set.of("least"));
        Duration least = latency.duration("least", Duration.ZERO);
        Duration mean = atLeast(least, latency, "mean", LONGEST);
        Duration deviation = latency.duration("deviation", Duration.ZERO);
        return normal ? new Delay.Normal(mean, deviation, least) : new Delay.LogNormal(mean, deviation, least);
    }

    private Delay pareto(Section latency) {
        require(latency, Set.of("least", "shape"), Set.of("most"));
        Duration least = latency.duration("least", Duration.ZERO);
        return new Delay.Pareto(least, latency.decimal("shape", 0.01, 1000, 1), atLeast(least, latency, "most", LONGEST));
    }

    private Delay empirical(Section latency) {
        require(latency, Set.of("values"), Set.of());
        List<Duration> values = new ArrayList<>();
        for (Placed<String> value : latency.texts("values")) {
            try {
                values.add(Quantities.duration(value.value()));
            } catch (IllegalArgumentException e) {
                problems.add(value.at(), e.getMessage(), "write a time such as \"5 ms\"; units are ns, us, ms and s");
            }
        }
        if (values.isEmpty()) {
            if (latency.has("values") && problems.isEmpty()) {
                problems.add(latency.valuePosition("values"), "'values' is empty", "write at least one time");
            }
            return new Delay.Constant(Duration.ZERO);
        }
        return new Delay.Empirical(values);
    }

    private void require(Section latency, Set<String> needed, Set<String> further) {
        Set<String> all = new TreeSet<>(needed);
        all.addAll(further);
        all.add("distribution");
        latency.allow(all);
        for (String key : new TreeSet<>(needed)) {
            if (!latency.has(key)) {
                problems.add(latency.at(), "the distribution '" + latency.text("distribution", "") + "' has no '" + key + "'",
                        "add '" + key + "'");
            }
        }
    }

    private Duration atLeast(Duration least, Section latency, String key, Duration otherwise) {
        Duration value = latency.duration(key, otherwise);
        if (value.compareTo(least) < 0) {
            problems.add(latency.valuePosition(key), "'" + key + "' is less than 'least'", "write at least that");
            return least;
        }
        return value;
    }

    private Loss loss(Section section, Loss otherwise) {
        if (!section.isTable("loss")) {
            return section.has("loss") ? new Loss.Random(section.share("loss", 0)) : otherwise;
        }
        Section loss = section.inner("loss", "").orElseThrow();
        return loss.has("to-bad") || loss.has("to-good") ? states(loss) : bursts(loss);
    }

    private Loss states(Section loss) {
        loss.allow(Set.of("to-bad", "to-good", "bad", "good"));
        for (String key : List.of("to-bad", "to-good")) {
            if (!loss.has(key)) {
                problems.add(loss.at(), "the loss has no '" + key + "'", "add " + key + " = \"5 %\"");
            }
        }
        double toGood = loss.share("to-good", 1);
        if (toGood == 0) {
            problems.add(loss.valuePosition("to-good"), "a link in its bad state would stay there", "write more than 0 %");
            toGood = 1;
        }
        return new Loss.Bursts(loss.share("to-bad", 0), toGood, loss.share("good", 0), loss.share("bad", 1));
    }

    /** Bursts by their share and their mean length: everything is lost in the bad state, and nothing in the good one. */
    private Loss bursts(Section loss) {
        loss.allow(Set.of("share", "burst"));
        for (String key : List.of("share", "burst")) {
            if (!loss.has(key)) {
                problems.add(loss.at(), "the loss has no '" + key + "'",
                        "write { share = \"5 %\", burst = 8 }, or to-bad and to-good");
            }
        }
        double share = loss.share("share", 0);
        double toGood = 1 / loss.decimal("burst", 1, 1_000_000, 1);
        double toBad = share < 1 ? toGood * share / (1 - share) : 2;
        if (toBad > 1) {
            problems.add(loss.valuePosition("share"), "bursts this short cannot make up this share",
                    "write a smaller 'share' or a greater 'burst'");
            toBad = 1;
        }
        return new Loss.Bursts(toBad, toGood, 0, 1);
    }
}
