package org.hopwarden.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.hopwarden.interchange.ImportException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IosErrorsTest {

    private static final PolicyImporter IMPORTER = Interchange.importer("ios").orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acces-list 101 permit ip any any                            |  1 | 'access-list'
            access-list                                                 | 12 | the number of an access list of IP
            access-list 99 permit ip any any                            | 23 | a source
            access-list 99 permit 10.0.0.0 0.0.0.255 eq www             | 42 | a standard list, which looks at the source alone
            access-list 0 permit ip any any                             | 13 | 100-199
            access-list 1200 permit ip any any                          | 13 | 100-199
            ip access-list                                              | 15 | standard or extended
            ip access-list extendd x                                    | 16 | did you mean 'extended'
            ip access-list extended                                     | 24 | the name of the list
            ip access-list extended 99                                  | 25 | 99 is no number of an extended list
            ip access-list standard x y                                 | 27 | the end of the line
            ip access-lists extended x                                  |  4 | did you mean 'access-list'
            ipv6 acess-list x                                           |  6 | did you mean 'access-list'
            permit ip any any                                           |  1 | an entry without a list
            no ip access-list extended x                                |  1 | take something away
            time-range                                                  | 11 | the name of the time range
            access-list 1000000000000 permit ip any any                 | 13 | 100-199
            access-list 101                                             | 16 | permit, deny or remark
            access-list 101 pemit ip any any                            | 17 | did you mean 'permit'
            access-list 101 perm ip any any                             | 17 | did you mean 'permit'
            access-list 101 permit tpc any any                          | 24 | did you mean 'tcp'
            access-list 101 permit 256 any any                          | 24 | 1 to 255
            access-list 101 permit 0 any any                            | 24 | write 'ip'
            access-list 101 permit ip                                   | 26 | a source
            access-list 101 permit ip any                               | 30 | a destination
            access-list 101 permit ip an any                            | 27 | did you mean 'any'
            access-list 101 permit ip 10.0.0.0 any                      | 36 | wildcard
            access-list 101 permit ip 10.0.0.0/8 any                    | 27 | 0.0.0.255
            access-list 101 permit ip 2001:db8::1 any any               | 27 | IPv4 alone
            access-list 101 permit ip host 10.0.0.256 any               | 32 | address
            access-list 101 permit ip any any eq www                    | 35 | only tcp, udp and sctp
            access-list 101 permit tcp any any eq                       | 38 | a port
            access-list 101 permit tcp any any eq wwww                  | 39 | did you mean 'www'
            access-list 101 permit tcp any any eq 65536                 | 39 | 65535
            access-list 101 permit udp any any eq www                   | 39 | a word of udp
            access-list 101 permit tcp any any range 20 10              | 45 | range 10 20
            access-list 101 permit tcp any any range 20                 | 44 | a port
            access-list 101 permit icmp any any ecco                    | 37 | did you mean 'echo'
            access-list 101 permit icmp any any 256                     | 37 | 0 to 255
            access-list 101 permit icmp any any 3 256                   | 39 | 0 to 255
            access-list 101 permit icmp any any echo fragments          | 42 | layer 4
            access-list 101 permit tcp any any eq www fragments         | 43 | layer 4
            access-list 101 permit tcp any any fragments established    | 46 | layer 4
            access-list 101 permit udp any any established              | 36 | only tcp
            access-list 101 permit tcp any any establised               | 36 | did you mean 'established'
            access-list 101 permit ip any any log log                   | 39 | second time
            access-list 101 permit ip any any log log-input             | 39 | excludes
            access-list 101 permit ip any any lgo                       | 35 | did you mean 'log'
            access-list 101 permit tcp any any eq 1 2 3 4 5 6 7 8 9 10 11 | 60 | more than ten
            access-list 101 permit ip any any dscp efg                  | 40 | did you mean 'ef'
            access-list 101 permit ip any any dscp 64                   | 40 | 0 to 63
            access-list 101 permit ip any any precedence 8              | 46 | 0 to 7
            access-list 101 permit ip any any ttl 5                     | 39 | eq, neq, lt, gt or range
            access-list 101 permit ip any any ttl eq 256                | 42 | 0 to 255
            access-list 101 permit ip any any ttl range 9 3             | 47 | range 3 9
            access-list 101 permit ip any any time-range                | 45 | the name of a time range
            access-list 101 permit tcp any any match-all                | 45 | +syn or -ack
            access-list 101 permit tcp any any match-all +sin           | 46 | a TCP flag
            access-list 101 permit tcp any any match-any +syn -syn      | 51 | its opposite
            access-list 101 permit udp any any match-any +syn           | 36 | only tcp
            no access-list 101                                          |  1 | take something away
            """)
    void brokenEntriesAreToldWithLineAndColumn(String line, int column, String word) {
        String text = "access-list 101 remark fine\naccess-list 101 permit ip any any\n" + line + "\n";
        ImportException e = assertThrows(ImportException.class, () -> read(text));
        Problem problem = e.problems().get(0);
        assertEquals(3, problem.line());
        assertTrue(problem.message().contains(word), problem::toString);
        assertEquals(column, problem.column(), problem::toString);
        assertTrue(e.getMessage().startsWith("line 3, column " + column), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip access-list extended x  | permit tcp any any eq wwww              | 24 | did you mean 'www'
            ip access-list extended x  | pemit ip any any                        |  2 | did you mean 'permit'
            ip access-list extended x  | 0 permit ip any any                     |  2 | begin at 1
            ip access-list extended x  | 2147483648 permit ip any any            |  2 | 2147483647
            ip access-list extended x  | 10 10 permit ip any any                 |  5 | permit, deny or remark
            ip access-list extended x  | no permit ip any any                    |  2 | take something away
            ip access-list standard x  | permit host 10.0.0.300                  | 14 | the address
            ipv6 access-list x         | permit ip any any                       |  9 | did you mean 'ipv6'
            ipv6 access-list x         | permit ipv6 10.0.0.0 0.0.0.255 any      | 14 | PREFIX/LENGTH
            ipv6 access-list x         | permit ipv6 2001:db8::/129 any          | 14 | PREFIX/LENGTH
            ipv6 access-list x         | permit ipv6 host 10.0.0.1 any           | 19 | other IP version
            ipv6 access-list x         | permit icmp any any nd-nb               | 22 | did you mean 'nd-n
            time-range x               | absolute                                | 10 | start or end
            time-range x               | absolute start 8:00 1 Febuary 2026      | 24 | did you mean 'february'
            time-range x               | absolute start 8:00 30 February 2026    | 34 | there is no 30 february
            time-range x               | absolute start 8:00 1 May 2026 end 8:00 1 May 2026 | 48 | before it starts
            time-range x               | periodic monda 8:00 to 9:00             | 11 | did you mean 'monday'
            time-range x               | periodic monday 24:00 to 9:00           | 18 | 0:00 to 23:59
            time-range x               | periodic monday 9:00 to 8:00            | 26 | tuesday 6:00
            time-range x               | peridic monday 9:00 to 10:00            |  2 | did you mean 'periodic'
            object-group network x     | 10.0.0.0 0.0.0.255                      | 11 | netmask
            object-group network x     | hots 10.0.0.1                           |  2 | did you mean 'host'
            object-group network x     | range 10.0.0.9 10.0.0.1                 | 17 | range 10.0.0.1 10.0.0.9
            object-group service x     | tcp eq wwww                             |  9 | did you mean 'www'
            object-group service x     | tpc eq www                              |  2 | did you mean 'tcp'
            interface e0               | ip access-group 101                     | 21 | in or out
            interface e0               | ip access-group 101 inn                 | 22 | did you mean 'in'
            interface e0               | ip access-group                         | 17 | the name or number
            """)
    void brokenLinesInsideAreToldWithLineAndColumn(String header, String line, int column, String word) {
        String text = "access-list 101 permit ip any any\n" + header + "\n " + line + "\n";
        ImportException e = assertThrows(ImportException.class, () -> read(text));
        Problem problem = e.problems().get(0);
        assertEquals(3, problem.line(), problem::toString);
        assertTrue(problem.message().contains(word), problem::toString);
        assertEquals(column, problem.column(), problem::toString);
    }

    @Test
    void whatIsThereTwiceIsRefused() {
        assertTold("ip access-list extended x\n 10 permit ip any any\n 10 deny ip any any\n", 3, "a second time");
        assertTold("ip access-list extended x\n permit ip any any\nip access-list standard x\n permit any\n", 3, "another kind");
        assertTold("ip access-list extended x\n permit ip any any\nipv6 access-list x\n permit ipv6 any any\n", 3, "another kind");
        assertTold("access-list 101 permit ip any any\ninterface e0\n ip access-group 101 in\n ip access-group 101 in\n", 4,
                "a second list");
        assertTold("time-range x\n periodic daily 1:00 to 2:00\ntime-range x\n periodic daily 3:00 to 4:00\n"
                + "access-list 101 permit ip any any\n", 3, "another time range");
        assertTold("banner motd ^C\naccess-list 101 permit ip any any\n", 1, "no end");
    }

    private static void assertTold(String text, int line, String word) {
        ImportException e = assertThrows(ImportException.class, () -> read(text));
        assertEquals(line, e.problems().get(0).line(), e.getMessage());
        assertTrue(e.getMessage().contains(word), e.getMessage());
    }

    @Test
    void allProblemsAreTold() {
        ImportException e = assertThrows(ImportException.class,
                () -> read("access-list 101 permit ip any\n\naccess-list 101 deny\n"));
        assertEquals(2, e.problems().size());
        assertEquals(3, e.problems().get(1).line());
        assertTrue(e.getMessage().endsWith("(and 1 more)"), e.getMessage());
    }

    @Test
    void whatIsNoListIsTold() {
        assertTrue(assertThrows(ImportException.class, () -> read("")).getMessage().contains("no access list"));
        assertTrue(assertThrows(ImportException.class, () -> read("\n!\n")).getMessage().contains("no access list"));
        Problem latin = problem("access-list 101 remark gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(26, latin.column());
        assertTrue(latin.message().contains("0xfc") && latin.message().contains("UTF-8"), latin::toString);
        assertTrue(problem("access-list".getBytes(StandardCharsets.UTF_16)).message().contains("UTF-8"));
        Problem control = problem("access-list 101 remark a\u0000b\n".getBytes(UTF_8));
        assertEquals(25, control.column());
        assertTrue(control.message().contains("U+0000"), control::toString);
    }

    @Test
    void aLineOfTenMegabytesIsRefusedQuickly() {
        byte[] line = new byte[10 << 20];
        Arrays.fill(line, (byte) 'a');
        assertTrue(problem(line).message().contains("10485760 characters"));
    }

    private static Problem problem(byte[] content) {
        return assertThrows(ImportException.class, () -> IMPORTER.read(content, ImportOptions.named("x"))).problems().get(0);
    }

    @Test
    void randomBytesAndMutatedListsGiveNothingButTheDeclaredException() {
        long seed = Long.getLong("hopwarden.seed", 11);
        int rounds = Boolean.getBoolean("hopwarden.full") ? 1_000_000 : 8_000;
        int read = 0;
        for (int i = 0; i < rounds; i++) {
            Random random = new Random(seed + i);
            byte[] bytes = i % 4 == 0 ? noise(random) : mutated(random);
            try {
                ImportResult result = IMPORTER.read(bytes, ImportOptions.named("x"));
                String text = IosRoundTripTest.write(result.policy());
                assertEquals(text, IosRoundTripTest.write(IosRoundTripTest.read(text).policy()));
                read++;
            } catch (ImportException e) {
                assertFalse(e.problems().isEmpty());
                e.problems().forEach(p -> assertTrue(p.line() > 0 && p.column() > 0 && !p.message().isBlank(), p::toString));
            } catch (ExportException e) {
                // the one thing that is read and cannot be written strictly: remarks longer than IOS keeps
                assertTrue(e.getMessage().contains("characters"), e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + (seed + i) + ": " + new String(bytes, UTF_8), e);
            }
        }
        assertTrue(read > rounds / 100, "some mutated lists are still lists: " + read);
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = (random.nextBoolean() ? new RandomIosLists(random).lists(4)
                : new RandomIosLists(random).configuration(4)).getBytes(UTF_8);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) (' ' + random.nextInt(95));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    byte[] less = new byte[bytes.length + 10];
                    System.arraycopy(bytes, 0, less, 0, at);
                    System.arraycopy(bytes, Math.max(0, at - 10), less, at, Math.min(10, bytes.length - at));
                    System.arraycopy(bytes, at, less, at + 10, bytes.length - at);
                    bytes = less;
                }
            }
        }
        return bytes;
    }

    private static ImportResult read(String text) throws ImportException {
        return IosRoundTripTest.read(text);
    }

    @Test
    void whatIsCutOffAnywhereIsReadOrToldWithItsPlace() throws Exception {
        byte[] whole = IosErrorsTest.class.getResourceAsStream("border1.ios").readAllBytes();
        for (int length = 0; length < whole.length; length++) {
            try {
                IMPORTER.read(Arrays.copyOf(whole, length), ImportOptions.named("x"));
            } catch (ImportException e) {
                e.problems().forEach(p -> assertTrue(p.line() > 0 && p.column() > 0, p::toString));
            }
        }
    }

    @Test
    void groupsThatNameEachOtherWithoutBoundAreKeptAsTheyStand() throws Exception {
        StringBuilder text = new StringBuilder("object-group network g0\n host 192.0.2.1\n");
        for (int i = 1; i < 100; i++) {
            text.append("object-group network g").append(i).append(("\n group-object g" + (i - 1)).repeat(2)).append('\n');
        }
        ImportResult result = read(text + "ip access-list extended x\n permit ip object-group g99 any\n");
        assertTrue(result.notes().stream().anyMatch(note -> note.message().contains("1000000 terms")), result.notes()::toString);
        assertFalse(result.policy().getChains().get(0).getRules().get(0).isEnabled());
    }
}
