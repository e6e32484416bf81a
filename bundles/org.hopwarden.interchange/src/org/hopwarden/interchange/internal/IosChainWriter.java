package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.internal.IosTargets.Target;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.IosNamedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** Writes one chain as an access list. */
final class IosChainWriter {

    private static final int LONGEST_REMARK = 100;
    private static final int STEP = 10;

    private final Target target;
    private final Chain chain;
    private final Set<NamedElement> used;
    private final List<String> losses;
    private final List<Item> items = new ArrayList<>();
    private int otherIcmp;

    /**
     * A line of the list.
     *
     * @param number its sequence number; 0 for none
     */
    private record Item(boolean isRemark, int number, String text) {
    }

    /** @param used gets the objects that the list names */
    IosChainWriter(Target target, Set<NamedElement> used, List<String> losses) {
        this.target = target;
        this.chain = target.chain();
        this.used = used;
        this.losses = losses;
    }

    void write(StringBuilder text) {
        if (target.numbered() && chain.getIpVersion() == IpFamily.ANY) {
            losses.add(target.place() + ": only its IPv4 part is written");
        }
        if (target.kind() == IosListKind.IPV6 == (chain.getIpVersion() == IpFamily.V4) && chain.getIpVersion() != IpFamily.ANY) {
            losses.add(target.place() + ": it is of the other IP version than its list; left out");
            return;
        }
        boolean discoveryKept = target.kind() != IosListKind.IPV6 || IosNeighbourDiscovery.isKept(chain);
        for (int n = 1; n <= chain.getRules().size(); n++) {
            Rule rule = chain.getRules().get(n - 1);
            if (!discoveryKept || !isUnwritten(rule)) {
                addRule(rule, target.place() + ", rule " + n + ": ");
            }
        }
        addRemarks(chain.getEndRemarks(), chain.getDialect() instanceof IosNamedList list ? list.getEndRemarkNumbers() : List.of(),
                target.place() + ", end: ");
        addEnd(discoveryKept);
        tellFragments();
        print(text);
    }

    private boolean isUnwritten(Rule rule) {
        return target.kind() == IosListKind.IPV6 && rule.getRemarks().isEmpty() && IosNeighbourDiscovery.isImplicit(rule)
                && !IosNeighbourDiscovery.decidesAll(chain);
    }

    private void addRule(Rule rule, String place) {
        addRemarks(rule.getRemarks(), rule.getRemarkNumbers(), place);
        if (rule.getOpaque() != null && rule.getOpaque().getLanguage().equals(IosImporter.ID)) {
            addEntry(rule.getNumber(), rule.getOpaque().getText());
        } else if (!rule.isEnabled()) {
            annotate(rule, "not enabled", place, "it is not enabled");
        } else if (rule.getAction() instanceof Allow || rule.getAction() instanceof Deny || rule.getAction() instanceof Reject
                || rule.getAction() instanceof Ask) {
            addDeciding(rule, place);
        } else {
            annotate(rule, "not written", place, "IOS has no " + RuleText.action(rule.getAction()).split(" ")[0] + " in a list");
        }
    }

    private void addDeciding(Rule rule, String place) {
        Rule said = withoutState(rule);
        List<String> matches;
        try {
            matches = IosEntries.of(said, target.kind(), used);
        } catch (IosUnsayable e) {
            annotate(rule, "not written", place, "IOS cannot say " + e.getMessage());
            return;
        }
        if (said != rule) {
            losses.add(place + "the state established becomes the word established, which looks at TCP flags alone");
        }
        if (rule.getAction() instanceof Reject reject) {
            losses.add(place + "reject with " + reject.getType().getLiteral()
                    + " becomes deny; what its sender is told is the router's to say");
        } else if (rule.getAction() instanceof Ask) {
            losses.add(place + "ask becomes deny; a router asks nobody");
        }
        boolean both = chain.getIpVersion() == IpFamily.ANY;
        otherIcmp += both && IosEntries.namesOtherIcmp(said, target.kind()) && rule.getAction() instanceof Allow
                && chain.getFragmentReading() == FragmentReading.ALLOWED ? 1 : 0;
        if (matches.isEmpty() && !both) {
            losses.add(place + "it matches no " + (target.kind() == IosListKind.IPV6 ? "IPv6" : "IPv4") + " packet; left out");
        } else if (matches.size() > 1) {
            losses.add(place + "it becomes " + matches.size() + " entries, without the names of objects");
        }
        int number = rule.getNumber();
        for (String match : matches) {
            addEntry(number, IosEntries.action(rule) + match + IosEntries.log(rule));
            number = 0;
        }
    }

    /** The usual way to say in IOS that answers may pass; the rule itself where it does not say so of TCP alone. */
    private static Rule withoutState(Rule rule) {
        List<Service> services = ServiceTerms.flatten(rule.getMatch().getService());
        if (!rule.getMatch().getStates().equals(List.of(ConnectionState.ESTABLISHED)) || services.isEmpty()
                || rule.getMatch().isServiceNegated() || services.stream().anyMatch(service -> service.getProtocol() == null
                        || service.getProtocol() != IpProtocol.TCP)) {
            return rule;
        }
        Rule copy = EcoreUtil.copy(rule);
        copy.getMatch().getStates().clear();
        copy.getMatch().getService().clear();
        for (Service service : services) {
            Service one = EcoreUtil.copy(service);
            one.setEstablished(true);
            copy.getMatch().getService().add(one);
        }
        return copy;
    }

    private void annotate(Rule rule, String note, String place, String loss) {
        String text = "(" + note + ") " + RuleText.of(rule).replaceAll("[\\r\\n]+", " ");
        items.add(new Item(true, 0, text.length() <= LONGEST_REMARK ? text : text.substring(0, LONGEST_REMARK - 3) + "..."));
        losses.add(place + loss + "; written as a remark");
    }

    private void addEntry(int number, String text) {
        items.add(new Item(false, number, text));
    }

    private void addRemarks(List<String> remarks, List<Integer> numbers, String place) {
        for (int n = 0; n < remarks.size(); n++) {
            addRemark(remarks.get(n), numbers.size() == remarks.size() ? numbers.get(n) : 0, place);
        }
    }

    private void addRemark(String remark, int number, String place) {
        String one = remark.replaceAll("[\\r\\n]+", " ");
        if (!one.equals(remark)) {
            losses.add(place + "a remark of several lines becomes one");
        }
        if (one.length() > LONGEST_REMARK) {
            losses.add(place + "a remark has " + one.length() + " characters; IOS keeps " + LONGEST_REMARK);
        }
        items.add(new Item(true, number, one));
    }

    /** IOS denies at the end of a list, but lets everything pass an empty one, and neighbour discovery one of IPv6. */
    private void addEnd(boolean discoveryKept) {
        boolean empty = items.stream().allMatch(Item::isRemark);
        String all = switch (target.kind()) {
            case EXTENDED -> "ip any any";
            case STANDARD -> "any";
            case IPV6 -> "ipv6 any any";
        };
        if (chain.getEnd() == ChainEnd.ALLOW) {
            if (!empty || items.isEmpty() && target.numbered()) {
                addEntry(0, "permit " + all);
                losses.add(target.place() + ": its implicit end, allow, is written as an entry");
            }
            return;
        }
        if (chain.getEnd() != ChainEnd.DENY) {
            losses.add(target.place() + ": its end leaves packets to the policy's default; the list denies them");
        }
        if (empty || !discoveryKept) {
            addEntry(0, "deny " + all);
        }
    }

    private void tellFragments() {
        if (otherIcmp > 0) {
            boolean v6 = target.kind() == IosListKind.IPV6;
            losses.add(target.place() + ": messages of " + (v6 ? "ICMP" : "ICMPv6") + " in " + otherIcmp + (otherIcmp == 1 ? " rule" : " rules")
                    + " are left out of the list of " + (v6 ? "IPv6" : "IPv4")
                    + ", which loses later fragments of a protocol that is none there");
        }
        if (chain.getFragmentReading() == FragmentReading.UNMATCHED && chain.getRules().stream().anyMatch(rule -> rule.isEnabled()
                && rule.getAction() instanceof Allow && rule.getMatch() != null
                && ServiceTerms.flatten(rule.getMatch().getService()).stream().anyMatch(ServiceTerms::hasLayer4))) {
            losses.add(target.place() + ": in IOS what permits by layer 4 permits later fragments too; here it does not");
        }
    }

    private void print(StringBuilder text) {
        // sequence numbers, and tests of several TCP flags, are only known below a header
        boolean numbered = target.numbered() && items.stream().allMatch(item -> item.number() == 0 && (item.isRemark()
                || !item.text().contains(" match-all ") && !item.text().contains(" match-any ")));
        IosListText lines = numbered ? IosListText.numbered(target.name()) : IosListText.block(target.kind());
        if (!numbered) {
            text.append(lines.header(target.name())).append('\n');
        }
        boolean renumber = !isInOrder();
        if (renumber) {
            losses.add(target.place() + ": its sequence numbers are not in the order of its rules; they are given anew");
        }
        boolean remarksInOrder = !renumber && areRemarksInOrder();
        if (!remarksInOrder && items.stream().anyMatch(item -> item.isRemark() && item.number() > 0)) {
            losses.add(target.place() + ": the sequence numbers of its remarks do not suit those of its rules; left out");
        }
        int number = 0;
        for (Item item : items) {
            number += item.isRemark() ? 0 : STEP;
            text.append(item.isRemark() ? lines.remark(remarksInOrder ? item.number() : 0, item.text())
                    : lines.entry(renumber ? number : item.number(), item.text())).append('\n');
        }
    }

    /** Whether each remark with a number stands by it between the entries around it; it may share that of the next. */
    private boolean areRemarksInOrder() {
        long last = 0;
        long highest = 0;
        for (Item item : items) {
            long place = !item.isRemark() && item.number() == 0 ? last + STEP : item.number();
            if (item.isRemark() && place > 0 && (place <= last || place < highest) || !item.isRemark() && place < highest) {
                return false;
            }
            highest = Math.max(highest, place);
            last = item.isRemark() ? last : place;
        }
        return true;
    }

    /** Whether IOS, which puts an entry without a number ten behind the last one, gets the order of the rules. */
    private boolean isInOrder() {
        long last = 0;
        for (Item item : items) {
            if (!item.isRemark()) {
                long place = item.number() == 0 ? last + STEP : item.number();
                if (place <= last) {
                    return false;
                }
                last = place;
            }
        }
        return true;
    }
}
