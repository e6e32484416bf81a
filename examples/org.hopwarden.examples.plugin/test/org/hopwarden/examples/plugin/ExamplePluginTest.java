package org.hopwarden.examples.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.report.PolicyReport;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

class ExamplePluginTest {

    private static final IpAddress HOST = IpAddress.parse("192.0.2.10");
    private static final IpAddress ROUTER = IpAddress.parse("192.0.2.1");
    private static final IpAddress RESOLVER = IpAddress.parse("203.0.113.53");

    private final ProbeMethod.Session session;

    ExamplePluginTest() throws Exception {
        var port = (org.hopwarden.packetio.PacketPort) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { org.hopwarden.packetio.PacketPort.class }, (proxy, method, arguments) -> 40000);
        session = new DnsMethod().open(TraceRequest.of("resolver.test", RESOLVER, "dns"), HOST, port);
    }

    @Test
    void aProbeIsAQuestionForTheRoot() {
        assertEquals("00070100000100000000000000000200" + "01", HexFormat.of().formatHex(DnsMethod.query(7)));
        PacketView probe = PacketView.of(session.build(3, 6));
        assertTrue(probe.isUdp());
        assertEquals(List.of(3, 40000, 53), List.of(probe.ttl(), probe.sourcePort(), probe.destinationPort()));
        assertEquals(6, session.ownProbe(probe));
    }

    @Test
    void answersAndErrorsAreToldApart() {
        List<PacketView> probes = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            probes.add(PacketView.of(session.build(1 + n % 30, n)));
        }
        for (int n = 0; n < 300; n++) {
            var late = session.match(PacketView.of(PacketBuilder.icmpError(IpHeader.of(ROUTER, HOST, 64), IcmpType.TIME_EXCEEDED, 0, 0,
                    probes.get(n)))).orElseThrow();
            assertEquals(new ProbeMethod.Match(n, ReplyKind.TIME_EXCEEDED, 11, 0, false), late);
            var answer = session.match(PacketView.of(PacketBuilder.udp(IpHeader.of(RESOLVER, HOST, 60), 53, 40000,
                    DnsMethod.query(n + 1)))).orElseThrow();
            assertEquals(new ProbeMethod.Match(n, ReplyKind.UDP_REPLY, -1, -1, true), answer);
        }
        assertTrue(session.match(PacketView.of(PacketBuilder.udp(IpHeader.of(RESOLVER, HOST, 60), 53, 40000, DnsMethod.query(301))))
                .isEmpty(), "a probe that was not sent");
        assertTrue(session.match(PacketView.of(PacketBuilder.udp(IpHeader.of(RESOLVER, HOST, 60), 53, 40000, new byte[1]))).isEmpty());
        assertTrue(session.match(PacketView.of(PacketBuilder.udp(IpHeader.of(ROUTER, HOST, 60), 53, 40000, DnsMethod.query(1))))
                .isEmpty(), "another's answer");
        var port = session.match(PacketView.of(PacketBuilder.icmpError(IpHeader.of(RESOLVER, HOST, 60), 3, 3, 0, probes.get(5))))
                .orElseThrow();
        assertTrue(port.fromTarget() && port.probe() == 5);
    }

    @Test
    void theSectionNamesWhatLetsEverythingPass() {
        RulemodelFactory model = RulemodelFactory.eINSTANCE;
        Policy policy = model.createPolicy();
        policy.setName("Edge");
        Chain chain = model.createChain();
        chain.setName("101");
        policy.getChains().add(chain);
        assertTrue(PolicyReport.html(ReportSubject.of(policy)).contains("No rule lets all IP traffic pass"));
        Rule rule = model.createRule();
        rule.setAction(model.createAllow());
        rule.setMatch(model.createMatch());
        chain.getRules().add(rule);
        String html = PolicyReport.html(ReportSubject.of(policy));
        int section = html.indexOf("<section id=\"section-wide-open\">");
        assertTrue(section > html.indexOf("<section id=\"section-chains\">"), html);
        assertTrue(html.substring(section).contains("<td class=\"number\">1</td><td class=\"code\">permit ip any any</td>"), html);
    }
}
