package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hooks as a chain of iptables and ip6tables. It stands in the table {@code mangle}, behind connection tracking and before the host's own
 * filter: a packet that is allowed goes on to that one, while in the table {@code filter} it would pass by what stands behind.
 */
final class IptablesHooks implements QueueHooks {

    private static final List<String> FAMILIES = List.of("iptables", "ip6tables");
    private static final Pattern CHAIN = Pattern.compile("(?m)^-N HOPWARDEN-(\\d{1,5})$");
    private static final Pattern JUMP = Pattern.compile("(?m)^-A (\\w+) -j HOPWARDEN-(\\d{1,5})$");

    @Override
    public String name() {
        return "iptables";
    }

    @Override
    public void install(Plan plan) throws IOException {
        try {
            for (String family : FAMILIES) {
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
        String chain = chain(first);
        for (String family : FAMILIES) {
            String rules = rules(family);
            StringBuilder text = new StringBuilder("*mangle\n");
            Matcher jump = JUMP.matcher(rules);
            while (jump.find()) {
                if (jump.group(2).equals(Integer.toString(first))) {
                    text.append("-D ").append(jump.group(1)).append(" -j ").append(chain).append('\n');
                }
            }
            if (!rules.contains("-N " + chain + "\n")) {
                continue;
            }
            text.append("-F ").append(chain).append("\n-X ").append(chain).append("\nCOMMIT\n");
            SystemCommand done = SystemCommand.run(List.of(family + "-restore", "--noflush", "-w", "10"), text.toString());
            if (!done.succeeded()) {
                throw new IOException("cannot take the chain " + chain + " of " + family + " away: " + done.errors().strip());
            }
        }
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
