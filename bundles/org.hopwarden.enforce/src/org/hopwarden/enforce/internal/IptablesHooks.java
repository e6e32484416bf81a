package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hooks as a chain of iptables and ip6tables. It stands in the table {@code mangle}, behind connection tracking and before the host's own
 * filter: a packet that is allowed goes on to that one, while in the table {@code filter} it would pass by what stands behind.
 */
final class IptablesHooks implements QueueHooks {

    private static final List<String> FAMILIES = List.of("iptables", "ip6tables");
    private static final int REMOVAL_TRIES = 3;
    private static final Pattern CHAIN = Pattern.compile("(?m)^-N HOPWARDEN-(\\d{1,5})$");
    private static final Pattern JUMP = Pattern.compile("(?m)^-A (\\w+) -j HOPWARDEN-(\\d{1,5})$");

    private final List<String> families;

    IptablesHooks() {
        this(FAMILIES);
    }

    /** @param families those in which hooks are set up; they are taken away wherever they stand */
    IptablesHooks(List<String> families) {
        this.families = families;
    }

    @Override
    public String name() {
        return "iptables";
    }

    @Override
    public void install(Plan plan) throws IOException {
        try {
            for (String family : families) {
                SystemCommand done = SystemCommand.run(List.of(family + "-restore", "--noflush", "-w", "10"), text(plan));
                if (!done.succeeded()) {
                    throw new IOException(done.errors().lines().findFirst().orElse("it fails"));
                }
            }
        } catch (IOException e) {
            remove(plan.first());
            throw e;
        }
    }

    /** For iptables-restore, which takes all lines or none. */
    static String text(Plan plan) {
        String chain = chain(plan.first());
        String bypass = plan.bypass() ? " --queue-bypass" : "";
        StringBuilder text = new StringBuilder("*mangle\n:" + chain + " - [0:0]\n");
        text.append("-A ").append(chain).append(" -m mark --mark ").append(Integer.toUnsignedString(plan.mark())).append(" -j RETURN\n");
        if (plan.only() != 0) {
            String bits = Integer.toUnsignedString(plan.only());
            text.append("-A ").append(chain).append(" -m mark ! --mark ").append(bits).append('/').append(bits).append(" -j RETURN\n");
        }
        for (Share share : plan.shares()) {
            text.append("-A ").append(chain).append(share == plan.shares().getLast() ? ""
                    : " -m conntrack --ctstate " + share.state().getLiteral().toUpperCase(Locale.ROOT)).append(" -j NFQUEUE ");
            text.append(share.count() == 1 ? "--queue-num " + share.first() : "--queue-balance " + share.first() + ":" + share.last())
                    .append(bypass).append('\n');
        }
        for (String each : plan.chains()) {
            text.append("-I ").append(each.toUpperCase(Locale.ROOT)).append(" -j ").append(chain).append('\n');
        }
        return text.append("COMMIT\n").toString();
    }

    private static String chain(int first) {
        return "HOPWARDEN-" + first;
    }

    @Override
    public void remove(int first) throws IOException {
        for (String family : FAMILIES) {
            SystemCommand done = null;
            for (int i = 0; i < REMOVAL_TRIES && rules(family).contains("-N " + chain(first) + "\n"); i++) {
                done = SystemCommand.run(List.of(family + "-restore", "--noflush", "-w", "10"), removalOf(rules(family), first));
            }
            // A guard may take it away at the same time, so that only what stands at the end counts.
            if (done != null && !done.succeeded() && rules(family).contains("-N " + chain(first) + "\n")) {
                throw new IOException("cannot take the chain " + chain(first) + " of " + family + " away: " + done.errors().strip());
            }
        }
    }

    private static String removalOf(String rules, int first) {
        String chain = chain(first);
        StringBuilder text = new StringBuilder("*mangle\n");
        Matcher jump = JUMP.matcher(rules);
        while (jump.find()) {
            if (jump.group(2).equals(Integer.toString(first))) {
                text.append("-D ").append(jump.group(1)).append(" -j ").append(chain).append('\n');
            }
        }
        return text.append("-F ").append(chain).append("\n-X ").append(chain).append("\nCOMMIT\n").toString();
    }

    @Override
    public String removal(Plan plan) {
        String hooks = plan.chains().stream().map(each -> each.toUpperCase(Locale.ROOT)).collect(Collectors.joining(" "));
        String lines = plan.chains().stream().map(each -> "'-D " + each.toUpperCase(Locale.ROOT) + " -j " + chain(plan.first()) + "' ")
                .collect(Collectors.joining());
        return """
                for family in iptables ip6tables; do
                  command -v $family || continue
                  printf '%%s\\n' '*mangle' %3$s'-F %1$s' '-X %1$s' COMMIT | $family-restore --noflush -w 10 && continue
                  for hook in %2$s; do
                    while $family -w 10 -t mangle -D $hook -j %1$s; do :; done
                  done
                  $family -w 10 -t mangle -F %1$s
                  $family -w 10 -t mangle -X %1$s
                done
                ! iptables -w 10 -t mangle -S %1$s && ! ip6tables -w 10 -t mangle -S %1$s
                """.formatted(chain(plan.first()), hooks, lines);
    }

    @Override
    public String removalByHand(int first) {
        return FAMILIES.stream().map(family -> "sudo " + family + " -t mangle -F " + chain(first)).collect(Collectors.joining("; "));
    }

    @Override
    public Set<Integer> standing() {
        Set<Integer> numbers = new TreeSet<>();
        for (String family : FAMILIES) {
            Matcher chain = CHAIN.matcher(rules(family));
            while (chain.find()) {
                numbers.add(Integer.parseInt(chain.group(1)));
            }
        }
        return numbers;
    }

    /** Empty where there is no such command. */
    private static String rules(String family) {
        try {
            return SystemCommand.run(List.of(family, "-w", "10", "-t", "mangle", "-S"), "").output();
        } catch (IOException e) {
            return "";
        }
    }
}
