package org.hopwarden.rulemodel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.TcpFlags;

/** The words of Cisco IOS access lists for protocols, ports, ICMP messages, TCP flags and traffic classes. */
public final class IosWords {

    /** Protocols; {@code ip} stands for any and is not among them. */
    public static final WordTable PROTOCOLS = WordTable.of("""
            ahp 51  eigrp 88  esp 50  gre 47  icmp 1  igmp 2  ipinip 4  nos 94  ospf 89  pcp 108  pim 103  sctp 132
            tcp 6  udp 17  igrp 9
            """);

    /** Protocols in lists of IPv6; {@code ipv6} stands for any and is not among them. Others are written as numbers. */
    public static final WordTable IPV6_PROTOCOLS = WordTable.of("ahp 51  esp 50  icmp 58  pcp 108  sctp 132  tcp 6  udp 17");

    /** Differentiated services code points (RFC 2474, 2597, 3246). */
    public static final WordTable DSCP = WordTable.of("""
            default 0  cs1 8  cs2 16  cs3 24  cs4 32  cs5 40  cs6 48  cs7 56  ef 46  af11 10  af12 12  af13 14
            af21 18  af22 20  af23 22  af31 26  af32 28  af33 30  af41 34  af42 36  af43 38
            """);

    /** Precedences (RFC 791): the upper three bits of what is the code point now. */
    public static final WordTable PRECEDENCE = WordTable.of("""
            routine 0  priority 1  immediate 2  flash 3  flash-override 4  critical 5  internet 6  network 7
            """);

    /** TCP ports. IOS took {@code syslog} for 514 once, and writes {@code cmd}. */
    public static final WordTable TCP_PORTS = WordTable.of("""
            bgp 179  chargen 19  cmd 514  daytime 13  discard 9  domain 53  drip 3949  echo 7  exec 512  finger 79
            ftp 21  ftp-data 20  gopher 70  hostname 101  ident 113  irc 194  klogin 543  kshell 544  login 513
            lpd 515  msrpc 135  nntp 119  onep-plain 15001  onep-tls 15002  pim-auto-rp 496  pop2 109  pop3 110
            smtp 25  sunrpc 111  tacacs 49  talk 517  telnet 23  time 37  uucp 540  whois 43  www 80
            syslog 514  tacacs-ds 49
            """);

    /** UDP ports. */
    public static final WordTable UDP_PORTS = WordTable.of("""
            biff 512  bootpc 68  bootps 67  discard 9  dnsix 195  domain 53  echo 7  isakmp 500  mobile-ip 434
            nameserver 42  netbios-dgm 138  netbios-ns 137  netbios-ss 139  non500-isakmp 4500  ntp 123
            pim-auto-rp 496  rip 520  snmp 161  snmptrap 162  sunrpc 111  syslog 514  tacacs 49  talk 517  tftp 69
            time 37  who 513  xdmcp 177
            tacacs-ds 49
            """);

    /** TCP control bits. */
    public static final WordTable TCP_FLAGS = new WordTable(Map.of("ack", TcpFlags.ACK, "fin", TcpFlags.FIN,
            "psh", TcpFlags.PSH, "rst", TcpFlags.RST, "syn", TcpFlags.SYN, "urg", TcpFlags.URG));

    private static final int ANY_CODE = 0xff00;

    /** ICMP messages: type in the upper byte, and in the lower one its code, or none with {@link #ANY_CODE} added. */
    private static final WordTable ICMP = icmpTable("""
            echo-reply 0  unreachable 3  source-quench 4  redirect 5  alternate-address 6  echo 8
            router-advertisement 9  router-solicitation 10  time-exceeded 11  parameter-problem 12
            timestamp-request 13  timestamp-reply 14  information-request 15  information-reply 16
            mask-request 17  mask-reply 18  traceroute 30  conversion-error 31  mobile-redirect 32
            net-unreachable 3/0  host-unreachable 3/1  protocol-unreachable 3/2  port-unreachable 3/3
            packet-too-big 3/4  source-route-failed 3/5  network-unknown 3/6  host-unknown 3/7  host-isolated 3/8
            dod-net-prohibited 3/9  dod-host-prohibited 3/10  net-tos-unreachable 3/11  host-tos-unreachable 3/12
            administratively-prohibited 3/13  host-precedence-unreachable 3/14  precedence-unreachable 3/15
            net-redirect 5/0  host-redirect 5/1  net-tos-redirect 5/2  host-tos-redirect 5/3
            ttl-exceeded 11/0  reassembly-timeout 11/1
            general-parameter-problem 12/0  option-missing 12/1  no-room-for-option 12/2
            """);

    private static final WordTable ICMPV6 = icmpTable("""
            unreachable 1  packet-too-big 2  time-exceeded 3  parameter-problem 4  echo-request 128  echo-reply 129
            mld-query 130  mld-report 131  mld-reduction 132  router-solicitation 133  router-advertisement 134
            nd-ns 135  nd-na 136  redirect 137  router-renumbering 138  mldv2-report 143  dhaad-request 144
            dhaad-reply 145  mpd-solicitation 146  mpd-advertisement 147
            no-route 1/0  no-admin 1/1  beyond-scope 1/2  destination-unreachable 1/3  port-unreachable 1/4
            hop-limit 3/0  reassembly-timeout 3/1  header 4/0  next-header 4/1  parameter-option 4/2
            renum-command 138/0  renum-result 138/1  renum-seq-number 138/255
            """);

    private IosWords() {
    }

    /** The port words of a protocol; a table without words where the protocol has none. */
    public static WordTable ports(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP -> TCP_PORTS;
            case IpProtocol.UDP -> UDP_PORTS;
            default -> NO_WORDS;
        };
    }

    private static final WordTable NO_WORDS = new WordTable(Map.of());

    /** The words of ICMP messages. */
    public static Iterable<String> icmpWords() {
        return ICMP.words();
    }

    /** The words of ICMPv6 messages in lists of IPv6. */
    public static Iterable<String> icmpv6Words() {
        return ICMPV6.words();
    }

    /** The ICMP message of a word; null where the word is not known. */
    public static IcmpMessage icmpMessage(String word) {
        return message(ICMP, word);
    }

    /** The ICMPv6 message of a word; null where the word is not known. */
    public static IcmpMessage icmpv6Message(String word) {
        return message(ICMPV6, word);
    }

    private static IcmpMessage message(WordTable table, String word) {
        OptionalInt known = table.number(word);
        if (known.isEmpty()) {
            return null;
        }
        int number = known.getAsInt();
        return number >= ANY_CODE << 8 ? new IcmpMessage(number & 0xff, null) : new IcmpMessage(number >> 8, number & 0xff);
    }

    /** The word of an ICMP message, or its numbers: {@code echo}, {@code port-unreachable}, {@code 8 0}. */
    public static String icmpText(int type, Integer code) {
        return text(ICMP, type, code);
    }

    /** The word of an ICMPv6 message, or its numbers: {@code nd-ns}, {@code port-unreachable}, {@code 128 0}. */
    public static String icmpv6Text(int type, Integer code) {
        return text(ICMPV6, type, code);
    }

    private static String text(WordTable table, int type, Integer code) {
        int number = code == null ? ANY_CODE << 8 | type : type << 8 | code;
        String text = table.text(number);
        return !text.equals(Integer.toString(number)) ? text : code == null ? Integer.toString(type) : type + " " + code;
    }

    /**
     * A kind of ICMP message.
     *
     * @param type 0 to 255
     * @param code 0 to 255, or null for any
     */
    public record IcmpMessage(int type, Integer code) {
    }

    private static WordTable icmpTable(String table) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        String[] parts = table.strip().split("\\s+");
        for (int i = 0; i < parts.length; i += 2) {
            int slash = parts[i + 1].indexOf('/');
            numbers.put(parts[i], slash < 0 ? ANY_CODE << 8 | Integer.parseInt(parts[i + 1])
                    : Integer.parseInt(parts[i + 1].substring(0, slash)) << 8
                            | Integer.parseInt(parts[i + 1].substring(slash + 1)));
        }
        return new WordTable(numbers);
    }
}
