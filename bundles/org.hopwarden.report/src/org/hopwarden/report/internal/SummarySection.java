package org.hopwarden.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;

/** What the policy says, for a reader who was not there: which chain decides what, and what holds where none does. */
public final class SummarySection implements ReportSection {

    @Override
    public String id() {
        return "summary";
    }

    @Override
    public String title() {
        return "What the policy says";
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean appliesTo(ReportSubject subject) {
        return true;
    }

    @Override
    public List<ReportBlock> content(ReportSubject subject) {
        Policy policy = subject.policy();
        List<ReportBlock> blocks = new ArrayList<>();
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            blocks.add(new ReportBlock.Warning("The policy has problems, and cannot be enforced until they are mended:"));
            blocks.add(new ReportBlock.Points(problems.stream().map(PolicyProblem::toString).toList()));
        }
        blocks.add(new ReportBlock.Points(List.of(chains(policy), version(policy, IpFamily.V4), version(policy, IpFamily.V6))));
        blocks.add(ReportBlock.Facts.of(
                new ReportBlock.Fact("Incoming packets no chain decides", disposition(policy.getDefaultIn())),
                new ReportBlock.Fact("Outgoing packets no chain decides", disposition(policy.getDefaultOut())),
                new ReportBlock.Fact("Forwarded packets no chain decides", disposition(policy.getDefaultForward())),
                new ReportBlock.Fact("While the engine cannot decide", policy.getFailMode() == FailMode.OPEN
                        ? "packets pass (fails open)" : "packets are dropped (fails closed)")));
        return blocks;
    }

    private static String chains(Policy policy) {
        List<Chain> chains = policy.getChains();
        if (chains.isEmpty()) {
            return "It has no chain: its defaults decide every packet.";
        }
        String each = chains.stream().map(chain -> chain.getName() + " with " + count(chain.getRules().size(), "rule"))
                .collect(Collectors.joining(", "));
        return chains.size() == 1 ? "One chain decides: " + each
                + ". Its rules are tried in order, and the first that matches decides."
                : "It has " + chains.size() + " chains: " + each
                        + ". The one that is enforced decides; its rules are tried in order, and the first that matches decides.";
    }

    /** Which chains speak of an IP version, and what holds if none does. */
    private static String version(Policy policy, IpFamily version) {
        String name = version == IpFamily.V4 ? "IPv4" : "IPv6";
        List<Chain> speaking = policy.getChains().stream()
                .filter(chain -> chain.getIpVersion() == IpFamily.ANY || chain.getIpVersion() == version).toList();
        if (speaking.size() == policy.getChains().size() && !speaking.isEmpty()) {
            return name + " packets are decided by " + (speaking.size() == 1 ? "the chain." : "the chain that is enforced.");
        }
        String silent = speaking.isEmpty() ? "No chain speaks of " + name + ": its packets are "
                : "Of " + name + " only " + speaking.stream().map(Chain::getName).collect(Collectors.joining(", "))
                        + " speaks; with another chain its packets are ";
        boolean noV6 = version == IpFamily.V6 && policy.getDefaultIn() == Disposition.DENY
                && policy.getDefaultOut() == Disposition.DENY && policy.getDefaultForward() == Disposition.DENY;
        return silent + defaults(policy) + "."
                + (noV6 ? " Neighbour discovery is IPv6 too, so no IPv6 works across it at all." : "");
    }

    /** What the defaults do, in one phrase. */
    static String defaults(Policy policy) {
        Disposition in = policy.getDefaultIn();
        if (in == policy.getDefaultOut() && in == policy.getDefaultForward()) {
            return in == Disposition.ALLOW ? "allowed in every direction" : "denied in every direction";
        }
        return verb(in) + " when they come in, " + verb(policy.getDefaultOut()) + " when they go out and "
                + verb(policy.getDefaultForward()) + " when they are forwarded";
    }

    private static String verb(Disposition disposition) {
        return disposition == Disposition.ALLOW ? "allowed" : "denied";
    }

    private static String disposition(Disposition disposition) {
        return disposition == Disposition.ALLOW ? "pass" : "are dropped";
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
