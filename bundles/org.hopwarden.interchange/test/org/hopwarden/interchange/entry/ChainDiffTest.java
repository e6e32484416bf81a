package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.interchange.entry.ChainDiff.Kind;
import org.hopwarden.interchange.entry.ChainDiff.Row;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

class ChainDiffTest {

    private static Policy policy(String name, List<String> lines) throws NoRule {
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        Chain chain = RulemodelFactory.eINSTANCE.createChain();
        chain.setName(name);
        chain.getRules().addAll(RuleLines.read(String.join("\n", lines), policy));
        policy.getChains().add(chain);
        return policy;
    }

    private static List<Kind> kinds(List<Row> rows) {
        return rows.stream().map(Row::kind).toList();
    }

    @Test
    void rulesThatAreNewGoneOrChangedStandBetweenThoseThatStayed() throws NoRule {
        List<Row> rows = ChainDiff.of(policy("101", List.of("permit icmp any any echo", "permit tcp any any eq www", "deny ip any any")),
                policy("101", List.of("permit icmp any any echo", "permit tcp any any eq 443", "disabled permit udp any any",
                        "deny ip any any")));
        assertEquals(List.of(Kind.CHAIN, Kind.SAME, Kind.CHANGED, Kind.RIGHT_ONLY, Kind.SAME), kinds(rows));
        assertEquals(new Row(Kind.CHANGED, "101", 2, "permit tcp any any eq www", 2, "permit tcp any any eq 443"), rows.get(2));
        assertEquals(new Row(Kind.RIGHT_ONLY, "101", 0, "", 3, "disabled permit udp any any"), rows.get(3));
        assertEquals(2, ChainDiff.differences(rows));
    }

    @Test
    void aChainOfOneSideAloneIsADifference() throws NoRule {
        List<Row> rows = ChainDiff.of(policy("a", List.of("permit ip any any")), policy("b", List.of("permit ip any any")));
        assertEquals(List.of(Kind.CHAIN, Kind.LEFT_ONLY, Kind.CHAIN, Kind.RIGHT_ONLY), kinds(rows));
        assertEquals(4, ChainDiff.differences(rows));
    }

    @Test
    void aRuleThatStandsElsewhereIsMovedAndSaysWhere() throws NoRule {
        List<Row> rows = ChainDiff.of(policy("c", List.of("permit icmp any any echo", "permit tcp any any eq www", "permit udp any any eq 53")),
                policy("c", List.of("permit tcp any any eq www", "permit udp any any eq 53", "permit icmp any any echo")));
        assertEquals(List.of(Kind.CHAIN, Kind.MOVED, Kind.SAME, Kind.SAME, Kind.MOVED), kinds(rows));
        assertEquals(3, rows.get(1).elsewhere());
        assertEquals(1, rows.get(4).elsewhere());
        assertEquals(1, ChainDiff.differences(rows), "one rule, although it stands in two rows");
    }

    @Test
    void rulesThatAreLikeEachOtherFaceEachOther() throws NoRule {
        List<Row> rows = ChainDiff.of(policy("c", List.of("permit tcp host 192.0.2.1 any eq www")),
                policy("c", List.of("deny ip 198.51.100.0 0.0.0.255 any log", "permit tcp host 192.0.2.1 any eq 443")));
        assertEquals(List.of(Kind.CHAIN, Kind.RIGHT_ONLY, Kind.CHANGED), kinds(rows));
    }

    /** Either of the two last could stay; only the one lets the changed rule face itself. */
    @Test
    void ofSeveralAlignmentsTheOneIsTakenInWhichRulesFaceThemselves() throws NoRule {
        List<Row> rows = ChainDiff.of(
                policy("c", List.of("permit tcp any any eq www 443", "permit udp any any eq domain", "deny tcp any any eq telnet log")),
                policy("c", List.of("deny tcp any any eq telnet log", "permit tcp any any eq www 443 8443", "permit udp any any eq domain")));
        assertEquals(List.of(Kind.CHAIN, Kind.MOVED, Kind.CHANGED, Kind.SAME, Kind.MOVED), kinds(rows));
    }

    @Test
    void remarksObjectsAndDefaultsAreHeldAgainstEachOtherToo() throws NoRule {
        Policy left = policy("c", List.of("remark the web", "permit tcp any any eq www"));
        Policy right = policy("c", List.of("remark the old web", "permit tcp any any eq www"));
        AddressObject object = RulemodelFactory.eINSTANCE.createAddressObject();
        object.setName("servers");
        object.getTerms().addAll(TermParser.addresses("192.0.2.1", left));
        left.getAddressObjects().add(object);
        right.setDefaultIn(Disposition.ALLOW);
        assertEquals(List.of("c CHAIN", "c CHANGED", " CHAIN", " LEFT_ONLY", " CHAIN", " CHANGED", " SAME", " SAME", " SAME"),
                ChainDiff.of(left, right).stream().map(row -> row.chain() + " " + row.kind()).toList());
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() throws NoRule {
        Policy left = policy("c", List.of("remark web", "permit tcp any any eq www"));
        Policy right = policy("c", List.of("permit tcp any any eq www"));
        right.getChains().getFirst().getRules().getFirst().getRemarks().add("w\u202eeb\nnext\u0007");
        Row row = ChainDiff.of(left, right).get(1);
        assertEquals(Kind.CHANGED, row.kind());
        assertEquals("permit tcp any any eq www   ! w\\u202eeb\\u000anext\\u0007", row.rightText());
    }

    /** Far beyond what every pair of lines could be held against each other for. */
    @Test
    void longListsAreAlignedByTheLinesThatTheyHaveOnce() throws NoRule {
        List<String> left = new ArrayList<>();
        for (int n = 0; n < 20_000; n++) {
            left.add("permit tcp 10.0." + (n >> 8) + "." + (n & 255) + " 0.0.0.0 any eq " + (1 + n));
        }
        List<String> right = new ArrayList<>(left);
        right.set(0, "permit tcp host 192.0.2.1 any eq 1");
        right.removeLast();
        right.remove(10_000);
        right.add(5_000, "deny ip any any log");
        right.add(15_000, right.remove(2_000));
        List<Row> rows = ChainDiff.of(policy("c", left), policy("c", right));
        assertEquals(List.of(1L, 2L, 1L, 2L), java.util.stream.Stream.of(Kind.CHANGED, Kind.LEFT_ONLY, Kind.RIGHT_ONLY, Kind.MOVED)
                .map(kind -> rows.stream().filter(row -> row.kind() == kind).count()).toList());
        assertEquals(5, ChainDiff.differences(rows));
    }

    /** Whatever differs, both sides come back whole and in order, and what faces as the same is the same. */
    @Test
    void bothSidesComeBackWhole() throws NoRule {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < 100; n++) {
            List<String> left = lines(random);
            List<String> right = lines(random);
            List<Row> rows = ChainDiff.of(policy("c", left), policy("c", right));
            assertEquals(left, rows.stream().filter(row -> row.left() > 0).map(Row::leftText).toList(), "seed " + seed);
            assertEquals(right, rows.stream().filter(row -> row.right() > 0).map(Row::rightText).toList(), "seed " + seed);
            rows.stream().filter(row -> row.kind() == Kind.SAME).forEach(row -> assertEquals(row.leftText(), row.rightText()));
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int n = random.nextInt(12); n > 0; n--) {
            lines.add("permit tcp any any eq " + (2000 + random.nextInt(6)));
        }
        return lines;
    }
}
