package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hopwarden.enforce.VerdictFilter.NotUnderstoodException;
import org.hopwarden.engine.PolicyCompileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictFilterTest {

    private DecidedPacket udp;
    private DecidedPacket tcp;

    @BeforeEach
    void decide() throws PolicyCompileException {
        Decisions decisions = new Decisions();
        udp = decisions.decided(Decisions.udp("192.0.2.1", 10));
        tcp = decisions.decided(Decisions.tcp("192.0.2.77"));
    }

    /** UDP from 192.0.2.1 port 40000 to 198.51.100.2 port 53, allowed by rule 1; TCP from 192.0.2.77, port 80, denied by rule 2, logged. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | both
            allow                          | udp
            DENIED                         | tcp
            logged                         | tcp
            not logged                     | udp
            udp                            | udp
            protocol 6                     | tcp
            protocol udp,tcp               | both
            icmp                           | none
            192.0.2.1                      | udp
            192.0.2.0/26                   | udp
            192.0.2.0/24                   | both
            from 192.0.2.77                | tcp
            to 192.0.2.77                  | none
            to 198.51.100.2,203.0.113.1    | both
            2001:db8::/32                  | none
            port 53                        | udp
            port 53,80                     | both
            port 50-79                     | udp
            from-port 40000                | both
            to-port 40000                  | none
            rule 2                         | tcp
            rule 1-2                       | both
            rule end                       | none
            chain c                        | both
            chain d                        | none
            on eth1                        | both
            in-interface eth1              | none
            out-interface eth1             | both
            direction forward              | both
            direction in                   | none
            state untracked                | both
            program curl                   | none
            deny port 80 not rule 1        | tcp
            deny udp                       | none
            """)
    void wordsChoose(String filter, String chosen) throws NotUnderstoodException {
        VerdictFilter parsed = VerdictFilter.parse(filter);
        assertEquals(chosen.equals("udp") || chosen.equals("both"), parsed.test(udp), "UDP");
        assertEquals(chosen.equals("tcp") || chosen.equals("both"), parsed.test(tcp), "TCP");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "53", "port", "port x", "port 9-2", "port 70000", "rule -1", "from", "from eth0", "192.0.2.300",
            "192.0.2.1/33", "not", "deny not", "port ,", "protocol 999" })
    void whatIsNotUnderstoodIsNamed(String filter) {
        String message = assertThrows(NotUnderstoodException.class, () -> VerdictFilter.parse(filter)).getMessage();
        assertTrue(message.contains("'"), message);
    }

    @Test
    void aPacketThatIsNoIpHasNoAddress() throws NotUnderstoodException {
        DecidedPacket broken = new DecidedPacket(udp.context(), udp.policy(), udp.verdict(), new byte[3]);
        assertFalse(VerdictFilter.parse("from 0.0.0.0/0").test(broken));
        assertTrue(VerdictFilter.parse("not udp").test(broken));
    }
}
