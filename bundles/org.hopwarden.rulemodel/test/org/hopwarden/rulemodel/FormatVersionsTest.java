package org.hopwarden.rulemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.net.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each version of the format has a file here, written by the version that it is of. */
class FormatVersionsTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    @TempDir
    private Path folder;

    @Test
    void version1MeansWhatItMeantAndIsSavedAsThePresentOne() throws IOException {
        Policy loaded = read("version-1.hwpolicy");
        Policy expected = PolicyFilesTest.everything();
        ElementIds.assignMissing(expected);
        assertTrue(EcoreUtil.equals(expected, loaded), () -> text(loaded));
        assertEquals(List.of(), PolicyProblems.of(loaded));
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(loaded, file);
        assertTrue(Files.readString(file).contains(PolicyFiles.NAMESPACE_STEM + PolicyFiles.FORMAT_VERSION));
        assertTrue(EcoreUtil.equals(loaded, PolicyFiles.load(file)));
    }

    @Test
    void version2HoldsEverythingThatItKnows() throws IOException {
        Policy expected = everything();
        ElementIds.assignMissing(expected);
        assertEquals(List.of(), PolicyProblems.of(expected));
        assertEquals(text(read("version-2.hwpolicy")), text(expected));
        assertTrue(EcoreUtil.equals(expected, read("version-2.hwpolicy")));
    }

    @Test
    void theFixtureOfThePresentVersionLeavesNoFeatureOut() {
        Policy everything = everything();
        everything.getChains().addAll(PolicyFilesTest.everything().getChains());
        everything.getAddressObjects().addAll(PolicyFilesTest.everything().getAddressObjects());
        everything.getServiceObjects().addAll(PolicyFilesTest.everything().getServiceObjects());
        List<EObject> all = new ArrayList<>(List.of(everything));
        everything.eAllContents().forEachRemaining(all::add);
        for (var classifier : RulemodelPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                for (var feature : type.getEAllStructuralFeatures()) {
                    boolean used = feature.getName().equals("id") || feature.getName().equals("description")
                            || all.stream().anyMatch(o -> type.isInstance(o) && o.eIsSet(feature));
                    assertTrue(used, () -> type.getName() + "." + feature.getName());
                }
            }
        }
    }

    private static Policy read(String name) throws IOException {
        try (InputStream in = FormatVersionsTest.class.getResourceAsStream(name)) {
            return PolicyFiles.read(Path.of(name), in.readAllBytes());
        }
    }

    private static String text(Policy policy) {
        try {
            return new String(PolicyFiles.toBytes(policy, Path.of("p")), StandardCharsets.UTF_8);
        } catch (PolicyFileException e) {
            throw new AssertionError(e);
        }
    }

    /** A policy that uses all that version 2 added. */
    private static Policy everything() {
        Policy policy = MODEL.createPolicy();
        policy.setName("gateway");
        policy.setDescription("All of version 2");
        policy.setDefaultIn(Disposition.ASK);
        policy.setDefaultOut(Disposition.ALLOW);
        policy.setDefaultForward(Disposition.ALLOW);
        policy.setFailMode(FailMode.OPEN);
        policy.getOpaque().add(opaque("iptables", 1, "*nat\nCOMMIT"));
        InterfaceObject inside = MODEL.createInterfaceObject();
        inside.setName("inside");
        inside.setDescription("The offices");
        inside.getTerms().add(name("eth*"));
        policy.getInterfaceObjects().add(inside);
        Application browser = MODEL.createApplication();
        browser.setName("browser");
        browser.setDescription("Any");
        browser.setPath("/usr/bin/*");
        browser.setUser("ann");
        browser.setSigner("Somebody");
        policy.getApplications().add(browser);
        policy.getSchedules().add(nights());
        Chain inner = MODEL.createChain();
        inner.setName("inner");
        inner.setDescription("Called");
        inner.setEnd(ChainEnd.BACK);
        inner.setFragmentReading(FragmentReading.UNMATCHED);
        IptablesChain iptables = MODEL.createIptablesChain();
        iptables.setTable("filter");
        iptables.setPackets(5L);
        iptables.setBytes(400L);
        inner.setDialect(iptables);
        Chain outer = MODEL.createChain();
        outer.setName("outer");
        outer.setScope(ChainScope.APPLICATION);
        outer.getApplications().add(browser);
        Binding binding = MODEL.createBinding();
        binding.setHook(Hook.OUT);
        binding.getOutInterface().add(name("ppp0"));
        outer.getBindings().add(binding);
        Chain through = MODEL.createChain();
        through.setName("through");
        Binding forward = MODEL.createBinding();
        forward.setHook(Hook.FORWARD);
        InterfaceUse use = MODEL.createInterfaceUse();
        use.setObject(inside);
        forward.getInInterface().add(use);
        through.getBindings().add(forward);
        NftChain nft = MODEL.createNftChain();
        nft.setFamily("inet");
        nft.setTable("filter");
        nft.setPriority(-10);
        through.setDialect(nft);
        addRules(inner, outer, policy);
        Chain named = MODEL.createChain();
        named.setName("BORDER");
        IosNamedList ios = MODEL.createIosNamedList();
        ios.setKind(IosListKind.IPV6);
        ios.getEndRemarkNumbers().addAll(List.of(20, 0));
        named.getEndRemarks().addAll(List.of("twenty", "none"));
        named.setDialect(ios);
        Rule remarked = MODEL.createRule();
        remarked.setNumber(10);
        remarked.getRemarks().add("ten");
        remarked.getRemarkNumbers().add(10);
        remarked.setMatch(MODEL.createMatch());
        remarked.setAction(MODEL.createDeny());
        named.getRules().add(remarked);
        Chain numbered = MODEL.createChain();
        numbered.setName("7");
        IosNumberedList standard = MODEL.createIosNumberedList();
        standard.setKind(IosListKind.STANDARD);
        standard.setNumber(7);
        numbered.setDialect(standard);
        policy.getChains().addAll(List.of(outer, inner, through, named, numbered));
        return policy;
    }

    private static void addRules(Chain inner, Chain outer, Policy policy) {
        Call call = MODEL.createCall();
        call.setChain(inner);
        call.setTail(true);
        Log log = MODEL.createLog();
        log.setPrefix("seen: ");
        log.setLevel("warning");
        log.setGroup(7);
        Limit limit = MODEL.createLimit();
        limit.setRate(rate());
        outer.getRules().addAll(List.of(rule(log), rule(MODEL.createCount()), rule(limit), rule(call)));
        Rule rich = rule(MODEL.createAsk());
        rich.setName("rich");
        rich.setNumber(10);
        rich.setUnderReview(true);
        rich.setPackets(12L);
        rich.setBytes(900L);
        Match match = rich.getMatch();
        match.getInInterface().add(name("eth0"));
        match.setInInterfaceNegated(true);
        match.getOutInterface().add(name("eth1"));
        match.setOutInterfaceNegated(true);
        AddressName host = MODEL.createAddressName();
        host.setName("www.example.org");
        host.getAddresses().addAll(List.of(IpAddress.parse("192.0.2.80"), IpAddress.parse("2001:db8::80")));
        match.getSource().add(host);
        match.setSourceNegated(true);
        match.getDestination().add(EcoreUtil.copy(host));
        match.setDestinationNegated(true);
        Service tcp = MODEL.createService();
        tcp.setProtocol(6);
        match.getService().add(tcp);
        match.setServiceNegated(true);
        match.setTtl(NumberSet.parse("0-5,255"));
        match.setDscp(NumberSet.parse("46"));
        match.setLength(NumberSet.parse("1000-65535"));
        match.getStates().addAll(List.of(ConnectionState.NEW, ConnectionState.RELATED));
        match.setMark(MarkTest.parse("!0x10/0xff"));
        match.getApplications().add(policy.getApplications().get(0));
        match.setSchedule(policy.getSchedules().get(0));
        match.setRate(rate());
        Rule negated = rule(MODEL.createReturn());
        Service icmp = MODEL.createService();
        icmp.setProtocol(1);
        icmp.setIcmpType(8);
        icmp.setIcmpNegated(true);
        Service flags = MODEL.createService();
        flags.setProtocol(6);
        flags.setTcpFlags(TcpFlagTest.parse("SYN,ACK=SYN"));
        flags.setTcpFlagsNegated(true);
        PortCondition from = MODEL.createPortCondition();
        from.setPorts(NumberSet.of(53));
        flags.setSourcePort(from);
        negated.getMatch().getService().addAll(List.of(icmp, flags));
        Rule unknown = rule(MODEL.createAllow());
        unknown.setEnabled(false);
        unknown.setOpaque(opaque("iptables", 12, "-A inner -m addrtype --dst-type LOCAL -j ACCEPT"));
        inner.getRules().addAll(List.of(rich, negated, unknown));
    }

    private static Schedule nights() {
        Schedule nights = MODEL.createSchedule();
        nights.setName("nights");
        nights.setDescription("Nobody is there");
        nights.setStart(LocalDateTime.parse("2026-01-01T00:00"));
        nights.setEnd(LocalDateTime.parse("2027-01-01T00:00"));
        WeeklyPeriod period = MODEL.createWeeklyPeriod();
        period.getDays().addAll(List.of(Weekday.MONDAY, Weekday.FRIDAY));
        period.setFrom(LocalTime.of(22, 0));
        period.setTo(LocalTime.of(6, 30));
        period.setDaysLater(1);
        nights.getPeriods().add(period);
        return nights;
    }

    private static RateLimit rate() {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(3);
        rate.setUnit(RateUnit.HOUR);
        rate.setBurst(10);
        rate.setPer(RateKey.FLOW);
        rate.setOver(true);
        return rate;
    }

    private static InterfaceTerm name(String pattern) {
        InterfaceName name = MODEL.createInterfaceName();
        name.setPattern(pattern);
        return name;
    }

    private static OpaqueText opaque(String language, int line, String text) {
        OpaqueText opaque = MODEL.createOpaqueText();
        opaque.setLanguage(language);
        opaque.setLine(line);
        opaque.setText(text);
        return opaque;
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }
}
