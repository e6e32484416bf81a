package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.IosList;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.PolicyProblems;

/** Gives each chain the list that it becomes in IOS: the one that it came from, or a named one. */
final class IosTargets {

    private static final String FREE_NAME = "[A-Za-z][\\w.:/-]*";

    private final List<Target> targets = new ArrayList<>();
    private final Map<String, Chain> owners = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /**
     * A list that is written.
     *
     * @param numbered whether its lines begin with {@code access-list NUMBER}, if none has a sequence number
     */
    record Target(Chain chain, IosListKind kind, String name, boolean numbered) {

        String place() {
            return "chain " + chain.getName();
        }
    }

    IosTargets(List<Chain> chains, List<String> losses, List<String> refusals) {
        chains.forEach(chain -> names.add(chain.getName()));
        for (Chain chain : chains) {
            if (chain.getScope() == ChainScope.APPLICATION) {
                losses.add("chain " + chain.getName() + ": it speaks of applications, which a router does not know; left out");
            } else {
                add(chain, losses, refusals);
            }
        }
    }

    /** In the order of the chains. */
    List<Target> all() {
        return targets;
    }

    private void add(Chain chain, List<String> losses, List<String> refusals) {
        String name = chain.getName();
        if (chain.getDialect() instanceof IosNumberedList list) {
            add(new Target(chain, list.getKind(), Integer.toString(list.getNumber()), true), refusals);
        } else if (chain.getDialect() instanceof IosList list && name.matches("\\S+")) {
            add(new Target(chain, list.getKind(), name, false), refusals);
        } else if (name.matches("[1-9][0-9]{2,3}") && PolicyProblems.isIosExtended(Integer.parseInt(name))
                && chain.getIpVersion() != IpFamily.V6) {
            add(new Target(chain, IosListKind.EXTENDED, name, true), refusals);
        } else {
            addNamed(chain, losses, refusals);
        }
    }

    private void addNamed(Chain chain, List<String> losses, List<String> refusals) {
        String name = chain.getName();
        if (!name.matches(FREE_NAME)) {
            String plain = name.replaceAll("[^\\w.:/-]", "_");
            plain = plain.matches(FREE_NAME) ? plain : "list-" + plain;
            name = free(plain);
            losses.add("chain " + chain.getName() + ": becomes list " + name + "; names of lists are one word that begins with a"
                    + " letter");
        }
        if (chain.getDialect() instanceof IosList list) {
            add(new Target(chain, list.getKind(), name, false), refusals);
            return;
        }
        if (chain.getIpVersion() != IpFamily.V6) {
            add(new Target(chain, IosListKind.EXTENDED, name, false), refusals);
        }
        if (chain.getIpVersion() == IpFamily.V6) {
            add(new Target(chain, IosListKind.IPV6, name, false), refusals);
        } else if (chain.getIpVersion() == IpFamily.ANY) {
            String other = free(name + "-v6");
            add(new Target(chain, IosListKind.IPV6, other, false), refusals);
            losses.add("chain " + chain.getName() + ": becomes two lists, " + name + " for IPv4 and " + other + " for IPv6");
        }
    }

    private String free(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }

    private void add(Target target, List<String> refusals) {
        Chain other = owners.putIfAbsent(target.name(), target.chain());
        if (other != null) {
            refusals.add(target.place() + ": chain " + other.getName() + " is the list " + target.name() + " too; rename one");
        }
        targets.add(target);
    }
}
