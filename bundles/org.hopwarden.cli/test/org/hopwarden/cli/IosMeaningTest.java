package org.hopwarden.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of IOS mean what IOS says they do, and policies mean the same behind an export and an import. */
class IosMeaningTest {

    private static final IpAddress A = IpAddress.parse("192.0.2.1");
    private static final IpAddress B = IpAddress.parse("198.51.100.2");
    private static final IpAddress A6 = IpAddress.parse("2001:db8::1");
    private static final IpAddress B6 = IpAddress.parse("2001:db8::2");

    @Test
    void randomPoliciesMeanTheSameBehindExportAndImport() throws Exception {
        long seed = Long.getLong("hopwarden.seed", 21);
        int rounds = Boolean.getBoolean("hopwarden.full") ? 1_000 : 40;
        int allowed = 0;
        int decided = 0;
        for (int i = 0; i < rounds; i++) {
            RandomIosPolicies random = new RandomIosPolicies(new Random(seed + i));
            Policy policy = random.policy();
            assertEquals(List.of(), PolicyProblems.of(policy), "seed " + (seed + i));
            ExportResult written = Interchange.exporter("ios").orElseThrow().write(policy, ExportOptions.ALL);
            assertTrue(written.losses().stream().noneMatch(loss -> loss.contains("as a remark")), written.losses()::toString);
            Policy back = read(written.text(), Disposition.DENY);
            ReferenceEvaluator judge = ReferenceEvaluator.of(policy, "border");
            ReferenceEvaluator judge4 = ReferenceEvaluator.of(back, list(back, IpFamily.V4));
            ReferenceEvaluator judge6 = ReferenceEvaluator.of(back, list(back, IpFamily.V6));
            for (int p = 0; p < 100; p++) {
                PacketView packet = random.packet();
                PacketContext context = random.context();
                Verdict before = judge.decide(packet, context);
                Verdict after = (packet.source().isV4() ? judge4 : judge6).decide(packet, context);
                String at = "seed " + (seed + i) + ", packet " + p + " " + packet + " at " + context.time() + "\n" + written.text();
                assertEquals(before.kind() == Kind.REJECT ? Kind.DENY : before.kind(), after.kind(), at);
                allowed += after.kind() == Kind.ALLOW ? 1 : 0;
                decided += after.rule() > 0 ? 1 : 0;
            }
        }
        assertTrue(allowed > rounds * 10 && decided > rounds * 30, "packets meet the rules: " + allowed + ", " + decided);
    }

    private static String list(Policy policy, IpFamily version) {
        return policy.getChains().stream().filter(chain -> chain.getIpVersion() == version).map(Chain::getName).findFirst()
                .orElseThrow();
    }

    /** The table of IOS, for lists below a header as for numbered ones. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permit tcp any any             | true  | true
            deny tcp any any               | false | false
            permit tcp any any eq 80       | true  | true
            permit tcp any any eq 81       | false | true
            deny tcp any any eq 80         | false | true
            deny tcp any any established   | true  | true
            permit tcp any any fragments   | false | true
            deny tcp any any fragments     | true  | false
            """)
    void fragmentsAreReadByTheTable(String entry, boolean first, boolean later) throws Exception {
        String end = entry.startsWith("permit") ? "" : " permit ip any any\n";
        MemorySegment segment = PacketBuilder.tcp(IpHeader.of(A, B, 64), 4000, 80, 1, 0, TcpFlags.SYN, 1000);
        MemorySegment big = MemorySegment.ofArray(new byte[1500]);
        MemorySegment.copy(segment, 0, big, 0, segment.byteSize());
        big.set(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) 1500);
        var fragments = PacketBuilder.fragments(big, 600, 7);
        String v4 = "ip access-list extended x\n " + entry + "\n" + end;
        assertEquals(first, passes(v4, "x", fragments.get(0)));
        assertEquals(later, passes(v4, "x", fragments.get(1)));
        MemorySegment whole6 = PacketBuilder.tcp(IpHeader.of(A6, B6, 64), 4000, 80, 1, 0, TcpFlags.SYN, 1000);
        String v6 = "ipv6 access-list x\n " + entry + "\n" + end.replace(" ip ", " ipv6 ");
        assertEquals(first, passes(v6, "x", whole6));
        assertEquals(later, passes(v6, "x", laterFragment6()));
    }

    private static MemorySegment laterFragment6() {
        byte[] payload = new byte[40];
        payload[0] = IpProtocol.TCP;
        payload[3] = (byte) 0x40;
        return PacketBuilder.raw(IpHeader.of(A6, B6, 64), IpProtocol.FRAGMENT, payload);
    }

    @Test
    void neighbourDiscoveryPassesAListOfIpv6ThatDoesNotDenyIt() throws Exception {
        MemorySegment solicitation = PacketBuilder.icmp(IpHeader.of(A6, B6, 255), 135, 0, 0, MemorySegment.ofArray(new byte[16]));
        MemorySegment advertisement = PacketBuilder.icmp(IpHeader.of(A6, B6, 255), 136, 0, 0, MemorySegment.ofArray(new byte[16]));
        MemorySegment router = PacketBuilder.icmp(IpHeader.of(A6, B6, 255), 134, 0, 0, MemorySegment.ofArray(new byte[16]));
        String list = "ipv6 access-list x\n permit tcp any any\n";
        assertTrue(passes(list, "x", solicitation) && passes(list, "x", advertisement));
        assertEquals(false, passes(list, "x", router));
        for (String deny : List.of(" deny ipv6 any any\n", " deny icmp any any\n")) {
            assertEquals(false, passes(list + deny, "x", solicitation), deny);
        }
        assertEquals(false, passes(list + " deny icmp any any nd-ns\n", "x", solicitation));
        assertTrue(passes(list + " deny icmp any any nd-ns\n", "x", advertisement));
        assertTrue(passes("ipv6 access-list x\n remark empty\n", "x", router), "an empty list lets everything pass");
    }

    @ParameterizedTest
    @CsvSource({ "2026-01-05T07:59:59, false", "2026-01-05T08:00, true", "2026-01-05T16:59:59, true", "2026-01-05T17:00, false",
            "2026-01-03T12:00, false", "2026-01-03T22:00, true", "2026-01-04T05:59, true", "2026-01-04T06:00, false",
            "2025-12-31T12:00, false", "2026-01-01T00:00, false", "2026-01-01T08:00, true", "2026-03-31T16:59, true",
            "2026-04-01T08:00, false" })
    void anEntryHoldsWithinItsTimes(String time, boolean holds) throws Exception {
        Policy policy = read("""
                time-range WORK
                 absolute start 00:00 01 January 2026 end 00:00 01 April 2026
                 periodic weekdays 8:00 to 17:00
                 periodic Saturday 22:00 to Sunday 6:00
                ip access-list extended x
                 permit ip any any time-range WORK
                """, Disposition.DENY);
        Instant at = LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        Verdict verdict = ReferenceEvaluator.of(policy, ZoneOffset.UTC).decide(view(PacketBuilder.echoRequest(
                IpHeader.of(A, B, 64), 1, 1, new byte[8])), PacketContext.of(Direction.IN).at(at));
        assertEquals(holds ? Kind.ALLOW : Kind.DENY, verdict.kind());
    }

    @Test
    void listsAreMetWhereTheyAreBound() throws Exception {
        Policy policy = read("""
                access-list 101 deny icmp any any
                access-list 101 permit ip any any
                access-list 102 deny tcp any any
                access-list 102 permit ip any any
                interface e0
                 ip access-group 101 in
                interface e1
                 ip access-group 102 out
                """, Disposition.ALLOW);
        ReferenceEvaluator judge = ReferenceEvaluator.of(policy);
        PacketView ping = view(PacketBuilder.echoRequest(IpHeader.of(A, B, 64), 1, 1, new byte[8]));
        PacketView tcp = view(PacketBuilder.tcp(IpHeader.of(A, B, 64), 4000, 80, 1, 0, TcpFlags.SYN, 1000));
        assertEquals(Kind.DENY, judge.decide(ping, PacketContext.of(Direction.IN).withInterfaces("e0", "")).kind());
        assertEquals(Kind.DENY, judge.decide(ping, PacketContext.of(Direction.FORWARD).withInterfaces("e0", "e1")).kind());
        assertEquals(Kind.ALLOW, judge.decide(ping, PacketContext.of(Direction.FORWARD).withInterfaces("e1", "e0")).kind());
        assertEquals(Kind.DENY, judge.decide(tcp, PacketContext.of(Direction.FORWARD).withInterfaces("e0", "e1")).kind());
        assertEquals(Kind.ALLOW, judge.decide(tcp, PacketContext.of(Direction.OUT).withInterfaces("", "e1")).kind(),
                "IOS does not filter what the router itself sends");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permit 192.0.2.1                                                | true
            permit 192.0.2.0 0.0.0.1                                        | true
            deny 192.0.2.1                                                  | false
            permit 192.0.2.2                                                | false
            """)
    void aStandardListLooksAtTheSource(String entry, boolean passes) throws Exception {
        MemorySegment packet = PacketBuilder.tcp(IpHeader.of(A, B, 64), 4000, 80, 1, 0, TcpFlags.SYN, 1000);
        assertEquals(passes, passes("access-list 10 " + entry + "\n", "10", packet));
        assertEquals(passes, passes("ip access-list standard x\n " + entry + "\n", "x", packet));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permit tcp any any match-all +syn -ack     | true
            permit tcp any any match-all +syn +ack     | false
            permit tcp any any match-any +ack +syn     | true
            permit tcp any any match-any +ack -syn     | false
            permit tcp any any match-any -ack +fin     | true
            permit ip any any dscp ef                  | true
            permit ip any any dscp 45                  | false
            permit ip any any precedence critical      | true
            permit ip any any precedence flash         | false
            permit ip any any ttl eq 63 64             | true
            permit ip any any ttl neq 64               | false
            permit ip any any ttl lt 64                | false
            permit ip any any ttl gt 63                | true
            permit ip any any ttl range 1 64           | true
            """)
    void conditionsHoldAsIosHasThem(String entry, boolean passes) throws Exception {
        IpHeader header = IpHeader.of(A, B, 64).withTrafficClass(46 << 2);
        MemorySegment packet = PacketBuilder.tcp(header, 4000, 80, 1, 0, TcpFlags.SYN, 1000);
        assertEquals(passes, passes("ip access-list extended x\n " + entry + "\n", "x", packet));
    }

    private static boolean passes(String text, String chain, MemorySegment packet) throws Exception {
        return ReferenceEvaluator.of(read(text, Disposition.DENY), chain).decide(view(packet), Direction.FORWARD).kind() == Kind.ALLOW;
    }

    private static PacketView view(MemorySegment packet) {
        PacketView view = new PacketView();
        view.wrap(packet, 0, packet.byteSize());
        return view;
    }

    private static Policy read(String text, Disposition elsewhere) throws Exception {
        return Interchange.importer("ios").orElseThrow().read(text.getBytes(UTF_8), new ImportOptions("p", elsewhere)).policy();
    }
}
