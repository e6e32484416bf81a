package org.hopwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.report.EnforcementCounts.RuleCount;
import org.hopwarden.report.EnforcementCounts.Total;
import org.hopwarden.report.internal.PolicyHtml;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PolicyReportTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String HOSTILE = "<script>alert('x')</script>\"&{{title}}\u0007";

    /** Two chains: the ICMP minimum with a permit of fragments in front of their denial, and one of IPv6 alone. */
    private static Policy policy() {
        Policy policy = MODEL.createPolicy();
        policy.setName("Edge");
        policy.setDescription("What the edge lets through.\nSecond line.");
        policy.setDefaultOut(Disposition.ALLOW);
        Chain chain = MODEL.createChain();
        chain.setName("102");
        chain.setIpVersion(IpFamily.V4);
        policy.getChains().add(chain);
        Rule echo = rule(MODEL.createAllow(), 1);
        ((Service) echo.getMatch().getService().get(0)).setIcmpType(8);
        echo.getRemarks().add("echo <and> its answer");
        Rule fragments = rule(MODEL.createDeny(), 1);
        fragments.getMatch().setFragments(true);
        Rule web = rule(MODEL.createReject(), 6);
        var port = MODEL.createPortCondition();
        port.setOperator(PortOperator.EQ);
        port.setPorts(NumberSet.parse("80,8443"));
        ((Service) web.getMatch().getService().get(0)).setDestinationPort(port);
        AddressPrefix host = MODEL.createAddressPrefix();
        host.setPrefix(IpPrefix.parse("192.0.2.0/25"));
        web.getMatch().getSource().add(host);
        web.setEnabled(false);
        chain.getRules().addAll(List.of(echo, fragments, web));
        chain.getEndRemarks().add("the end");
        Chain six = MODEL.createChain();
        six.setName("six");
        six.setIpVersion(IpFamily.V6);
        six.setEnd(ChainEnd.POLICY);
        policy.getChains().add(six);
        var object = MODEL.createAddressObject();
        object.setName("nobody");
        policy.getAddressObjects().add(object);
        return policy;
    }

    private static Rule rule(Action action, int protocol) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        rule.getMatch().getService().add(service);
        return rule;
    }

    private static EnforcementCounts counts(String chain, int rules) {
        List<RuleCount> counts = new ArrayList<>();
        for (int n = 0; n <= rules; n++) {
            counts.add(new RuleCount(chain, n, 1000L * n, 84_000L * n));
        }
        return new EnforcementCounts(List.of(new Total("seen", 6000), new Total("allowed", 1000)), counts);
    }

    private static Document parse(String html) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + html, e);
        }
    }

    private static String text(String html) {
        return parse(html).getElementsByTagName("main").item(0).getTextContent().replaceAll("\\s+", " ");
    }

    @Test
    void pagesLookAsTheyDid() throws IOException {
        ReportSubject subject = new ReportSubject(policy(), Optional.of(counts("102", 3)), List.of());
        Golden.check("policy.html", PolicyReport.html(subject));
        assertEquals(PolicyReport.html(subject), PolicyReport.html(subject));
    }

    @Test
    void aReaderWhoWasNotThereFindsWhatHolds() {
        String text = text(PolicyReport.html(ReportSubject.of(policy())));
        for (String said : List.of("Edge", "What the edge lets through.", "102 with 3 rules, six with 0 rules",
                "Of IPv4 only 102 speaks; with another chain its packets are denied when they come in, allowed when they go out and "
                        + "denied when they are forwarded.",
                "packets are dropped (fails closed)", "Remark: echo <and> its answer", "permit icmp any any echo",
                "Allows ICMP echo (type 8) from anywhere to anywhere.", "Denies later fragments of ICMP from anywhere to anywhere.",
                "Not enabled, so it matches nothing: Rejects TCP from 192.0.2.0/25 to anywhere, destination ports 80 (www), 8443; "
                        + "its sender gets an ICMP message (port-unreachable).",
                "Implicit end: denies all of IPv4 that no rule matched.", "no address at all",
                "Chain 102, rule 2: never sees a fragment: rule 1 (permit icmp any any echo) permits them before")) {
            assertTrue(text.contains(said), () -> "'" + said + "' in: " + text);
        }
        assertFalse(text.contains("Packets"), "no counters without an enforcement");
    }

    @Test
    void tracesStandInTheReport() {
        String html = PolicyReport.html(new ReportSubject(policy(), Optional.empty(), List.of(Traces.reached(), Traces.refused(), Traces.silent())));
        String text = text(html);
        for (String said : List.of("To example.test", "To 203.0.113.80", "Trace 1: example.test by icmp", "Trace 3: 203.0.113.80 by udp",
                "Reached in 3 hops")) {
            assertTrue(text.contains(said), () -> "'" + said + "' in: " + text);
        }
        assertEquals(4, parse(html).getElementsByTagName("svg").getLength(), "a graph and a chart for each target");
    }

    @Test
    void hostileNamesStayText() {
        Policy policy = policy();
        policy.setName(HOSTILE);
        policy.setDescription(HOSTILE);
        Chain chain = policy.getChains().get(0);
        chain.setName(HOSTILE);
        chain.setDescription(HOSTILE);
        chain.getRules().get(0).setName(HOSTILE);
        chain.getRules().get(0).getRemarks().add(HOSTILE);
        policy.getAddressObjects().get(0).setName(HOSTILE);
        EnforcementCounts counts = counts(HOSTILE, 3);
        counts = new EnforcementCounts(List.of(new Total(HOSTILE, 1)), counts.rules());
        String html = PolicyReport.html(new ReportSubject(policy, Optional.of(counts), List.of(Traces.hostile())));
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("\u0007"));
        assertEquals(0, parse(html).getElementsByTagName("script").getLength());
        assertTrue(parse(html).getElementsByTagName("title").item(0).getTextContent().contains("<script>alert('x')</script>\"&{{title}}"));
    }

    @Test
    void aPolicyWithoutAnythingAndOneWithProblemsHaveReports() {
        assertTrue(text(PolicyReport.html(ReportSubject.of(MODEL.createPolicy()))).contains("its defaults decide every packet"));
        Policy broken = policy();
        broken.getChains().get(0).getRules().get(0).setMatch(null);
        String text = text(PolicyReport.html(ReportSubject.of(broken)));
        assertTrue(text.contains("cannot be enforced until they are mended"), text);
        assertTrue(text.contains("permit ?"), text);
    }

    @Test
    void countsOfAnotherPolicyAreRefused() {
        assertRefused("chain other", counts("other", 3));
        assertRefused("2 rules of chain 102", counts("102", 2));
        assertRefused("4 rules of chain 102", counts("102", 4));
        List<RuleCount> twice = new ArrayList<>(counts("102", 3).rules());
        twice.add(twice.get(2));
        assertRefused("rule 2 of chain 102 twice", new EnforcementCounts(List.of(), twice));
        List<RuleCount> gap = new ArrayList<>(counts("102", 4).rules());
        gap.remove(2);
        assertRefused("3 rules of chain 102, up to rule 4", new EnforcementCounts(List.of(), gap));
    }

    private static void assertRefused(String said, EnforcementCounts counts) {
        var e = assertThrows(IllegalArgumentException.class, () -> new ReportSubject(policy(), Optional.of(counts), List.of()));
        assertTrue(e.getMessage().contains(said), e.getMessage());
    }

    @Test
    void countsAreReadAndDamagedOnesNamed() throws EnforcementFormatException {
        EnforcementCounts read = EnforcementCounts.parse("""
                {"format":"hopwarden.enforce/1","seen":5,"later":{"x":[1]},"rules":[{"chain":"a","rule":0,"packets":5,"bytes":420,"more":null}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals(new EnforcementCounts(List.of(new Total("seen", 5)), List.of(new RuleCount("a", 0, 5, 420))), read);
        for (String bad : List.of("", "[]", "{}", "{\"format\":\"hopwarden.trace/1\",\"rules\":[]}", "{\"format\":\"hopwarden.enforce/1\"}",
                "{\"format\":\"hopwarden.enforce/1\",\"rules\":[{\"chain\":\"a\"}]}",
                "{\"format\":\"hopwarden.enforce/1\",\"rules\":[{\"chain\":\"a\",\"rule\":-1,\"packets\":5,\"bytes\":420}]}",
                "{\"format\":\"hopwarden.enforce/1\",\"rules\":[{\"chain\":\"a\",\"rule\":1,\"packets\":1e3,\"bytes\":420}]}",
                "{\"format\":\"hopwarden.enforce/1\",\"seen\":99999999999999999999,\"rules\":[]}",
                "{\"format\":\"hopwarden.enforce/1\",\"rules\":[]} x", "{\"format\":\"hopwarden.enforce/1\",\"rules\":[")) {
            var e = assertThrows(EnforcementFormatException.class, () -> EnforcementCounts.parse(bad.getBytes(StandardCharsets.UTF_8)), bad);
            assertEquals(1, e.line(), bad);
            assertTrue(e.getMessage().startsWith("expected ") || e.getMessage().startsWith("this is no JSON"), e.getMessage());
        }
    }

    @Test
    void builtInSectionsStandInOrder() {
        assertEquals(List.of("summary", "chains", "objects", "notes", "enforcement", "traces"),
                ReportSections.all().stream().map(ReportSection::id).toList());
    }

    private record Faulty(String title, RuntimeException failure) implements ReportSection {
        @Override
        public String id() {
            return "faulty";
        }

        @Override
        public int place() {
            return 50;
        }

        @Override
        public boolean appliesTo(ReportSubject subject) {
            return true;
        }

        @Override
        public List<ReportBlock> content(ReportSubject subject) {
            if (failure != null) {
                throw failure;
            }
            return List.of(new ReportBlock.Table(HOSTILE, List.of(ReportBlock.Column.text(HOSTILE)),
                    List.of(ReportBlock.Row.of(HOSTILE), ReportBlock.Row.note(HOSTILE))), new ReportBlock.Warning(HOSTILE));
        }
    }

    @Test
    void aSectionThatFailsIsNamedAndTheRestGoOn() {
        List<ReportSection> sections = new ArrayList<>(ReportSections.all());
        sections.add(0, new Faulty("Faulty", new IllegalStateException("<b>no</b>")));
        String text = text(PolicyHtml.page(ReportSubject.of(policy()), sections));
        assertTrue(text.contains("This section is missing: " + Faulty.class.getName()), text);
        assertTrue(text.contains("<b>no</b>") && text.contains("What the policy says") && text.contains("The rules"), text);
    }

    @Test
    void aSectionCannotBreakThePage() {
        Document page = parse(PolicyHtml.page(ReportSubject.of(policy()), List.of(new Faulty("</main>" + HOSTILE, null))));
        assertEquals(0, page.getElementsByTagName("script").getLength());
        assertEquals(1, page.getElementsByTagName("main").getLength());
        assertThrows(IllegalArgumentException.class, () -> new ReportBlock.Table("", List.of(ReportBlock.Column.text("one")),
                List.of(ReportBlock.Row.of("1", "2"))));
    }
}
