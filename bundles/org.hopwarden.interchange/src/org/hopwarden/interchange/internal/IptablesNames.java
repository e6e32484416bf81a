package org.hopwarden.interchange.internal;

import java.util.HashMap;
import java.util.Map;

import org.hopwarden.net.IpVersion;

/** The words that iptables and ip6tables have for numbers, as their manuals and usual systems (/etc/protocols, /etc/services) list them. */
final class IptablesNames {

    private static final Map<String, Integer> PROTOCOLS = numbers("all 0 icmp 1 igmp 2 ipencap 4 ipip 4 tcp 6 egp 8 igp 9"
            + " udp 17 dccp 33 ipv6 41 ipv6-route 43 ipv6-frag 44 rsvp 46 gre 47 esp 50 ipv6-crypt 50 ah 51 ipv6-auth 51"
            + " icmpv6 58 ipv6-icmp 58 ipv6-nonxt 59 ipv6-opts 60 eigrp 88 ospf 89 ospfigp 89 etherip 97 encap 98 pim 103"
            + " ipcomp 108 vrrp 112 l2tp 115 isis 124 sctp 132 mh 135 ipv6-mh 135 mobility-header 135 udplite 136 hip 139"
            + " shim6 140");

    private static final Map<String, Integer> PORTS = numbers("tcpmux 1 echo 7 discard 9 systat 11 daytime 13 netstat 15"
            + " chargen 19 ftp-data 20 ftp 21 ssh 22 telnet 23 smtp 25 mail 25 time 37 whois 43 tacacs 49 domain 53 bootps 67"
            + " bootpc 68 tftp 69 gopher 70 finger 79 http 80 www 80 kerberos 88 pop3 110 pop-3 110 sunrpc 111 auth 113"
            + " ident 113 nntp 119 ntp 123 epmap 135 netbios-ns 137 netbios-dgm 138 netbios-ssn 139 imap 143 imap2 143"
            + " snmp 161 snmptrap 162 snmp-trap 162 bgp 179 irc 194 ldap 389 https 443 microsoft-ds 445 submissions 465"
            + " isakmp 500 exec 512 login 513 shell 514 syslog 514 printer 515 route 520 ldaps 636 imaps 993 pop3s 995"
            + " openvpn 1194 ms-sql-s 1433 radius 1812 radius-acct 1813 nfs 2049 mysql 3306 rdp 3389 ms-wbt-server 3389"
            + " sip 5060 sips 5061 xmpp-client 5222 postgresql 5432 mdns 5353 x11 6000 http-alt 8080");

    private static final Map<String, String> ICMP = texts("echo-reply 0 pong 0 destination-unreachable 3"
            + " network-unreachable 3/0 host-unreachable 3/1 protocol-unreachable 3/2 port-unreachable 3/3"
            + " fragmentation-needed 3/4 source-route-failed 3/5 network-unknown 3/6 host-unknown 3/7 network-prohibited 3/9"
            + " host-prohibited 3/10 TOS-network-unreachable 3/11 TOS-host-unreachable 3/12 communication-prohibited 3/13"
            + " host-precedence-violation 3/14 precedence-cutoff 3/15 source-quench 4 redirect 5 network-redirect 5/0"
            + " host-redirect 5/1 TOS-network-redirect 5/2 TOS-host-redirect 5/3 echo-request 8 ping 8 router-advertisement 9"
            + " router-solicitation 10 time-exceeded 11 ttl-exceeded 11 ttl-zero-during-transit 11/0"
            + " ttl-zero-during-reassembly 11/1 parameter-problem 12 ip-header-bad 12/0 required-option-missing 12/1"
            + " timestamp-request 13 timestamp-reply 14 address-mask-request 17 address-mask-reply 18");

    private static final Map<String, String> ICMPV6 = texts("destination-unreachable 1 no-route 1/0"
            + " communication-prohibited 1/1 beyond-scope 1/2 address-unreachable 1/3 port-unreachable 1/4 failed-policy 1/5"
            + " reject-route 1/6 packet-too-big 2 time-exceeded 3 ttl-exceeded 3 ttl-zero-during-transit 3/0"
            + " ttl-zero-during-reassembly 3/1 parameter-problem 4 bad-header 4/0 unknown-header-type 4/1 unknown-option 4/2"
            + " echo-request 128 ping 128 echo-reply 129 pong 129 mld-listener-query 130 mld-listener-report 131"
            + " mld-listener-done 132 mld-listener-reduction 132 router-solicitation 133 router-advertisement 134"
            + " neighbour-solicitation 135 neighbor-solicitation 135 neighbour-advertisement 136 neighbor-advertisement 136"
            + " redirect 137");

    private static final Map<String, Integer> DSCP = numbers("BE 0 CS0 0 CS1 8 CS2 16 CS3 24 CS4 32 CS5 40 CS6 48 CS7 56"
            + " AF11 10 AF12 12 AF13 14 AF21 18 AF22 20 AF23 22 AF31 26 AF32 28 AF33 30 AF41 34 AF42 36 AF43 38 EF 46");

    private IptablesNames() {
    }

    private static Map<String, String> texts(String list) {
        String[] words = list.split(" ");
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return map;
    }

    private static Map<String, Integer> numbers(String list) {
        Map<String, Integer> map = new HashMap<>();
        texts(list).forEach((name, number) -> map.put(name, Integer.valueOf(number)));
        return map;
    }

    /** The number of a protocol; null where the word is none. */
    static Integer protocol(String word) {
        return number(word, PROTOCOLS, 255);
    }

    /** The number of a port; null where the word is none. */
    static Integer port(String word) {
        return number(word, PORTS, 65535);
    }

    /** The number of a class of DSCP; null where the word is none. */
    static Integer dscpClass(String word) {
        return number(word.toUpperCase(java.util.Locale.ROOT), DSCP, -1);
    }

    /** Type, or type/code, of an ICMP message; null where the word is not known. */
    static String icmp(String word, IpVersion version) {
        return (version == IpVersion.V4 ? ICMP : ICMPV6).get(word);
    }

    private static Integer number(String word, Map<String, Integer> names, int highest) {
        Integer named = names.get(word);
        if (named != null) {
            return named;
        }
        long number = number(word);
        return number >= 0 && number <= highest ? (Integer) (int) number : null;
    }

    /** A number as C writes it, decimal or hexadecimal, up to 32 bits; -1 where it is none. */
    static long number(String word) {
        boolean hex = word.startsWith("0x") || word.startsWith("0X");
        String digits = hex ? word.substring(2) : word;
        if (digits.isEmpty() || digits.length() > 10
                || !digits.chars().allMatch(c -> Character.digit(c, hex ? 16 : 10) >= 0 && c < 128)) {
            return -1;
        }
        long number = Long.parseLong(digits, hex ? 16 : 10);
        return number <= 0xffff_ffffL ? number : -1;
    }

    static Iterable<String> ports() {
        return PORTS.keySet();
    }

    static Iterable<String> protocols() {
        return PROTOCOLS.keySet();
    }

    static Iterable<String> icmpWords(IpVersion version) {
        return (version == IpVersion.V4 ? ICMP : ICMPV6).keySet();
    }
}
