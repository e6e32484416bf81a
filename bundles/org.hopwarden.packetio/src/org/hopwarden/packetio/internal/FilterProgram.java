package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.TraceFilter;

/**
 * Assembles a classic BPF program (Documentation/networking/filter.rst, linux/filter.h, linux/bpf_common.h), which the kernel
 * runs on each packet before it takes up any room in the socket's buffer. A load from behind a packet's end drops the packet.
 */
final class FilterProgram {

    private static final int LOAD_WORD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int LOAD_BYTE = 0x30; // BPF_LD | BPF_B | BPF_ABS
    private static final int JUMP_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int RETURN = 0x06; // BPF_RET | BPF_K

    // linux/filter.h: loads from here on read what the kernel knows of a packet besides its bytes
    private static final int SKF_AD_OFF = -0x1000;
    private static final int SKF_AD_PROTOCOL = 0;
    private static final int SKF_AD_PKTTYPE = 4;
    private static final int SKF_AD_VLAN_TAG_PRESENT = 48;

    private static final int WHOLE_PACKET = 0x40000;
    /** All headers and options of a TCP segment: a busy connection's data would only be copied for nothing. */
    private static final int SEGMENT_HEADERS = 512;
    private static final String NEXT = "";

    private record Instruction(int code, String whenTrue, String whenFalse, int k) {
    }

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    /**
     * The program for a cooked packet socket, where a packet starts with its IP header: passes ICMP of the target's IP version,
     * and TCP and UDP from and to the target, of TCP the headers alone.
     * <p>
     * A packet with a VLAN tag is seen on the carrying interface as well as on the VLAN's own: only the latter passes. Of IPv6
     * extension headers one is looked behind, as classic BPF knows no loops.
     */
    static FilterProgram forTrace(TraceFilter filter) {
        IpAddress target = filter.target();
        FilterProgram program = new FilterProgram();
        program.load(LOAD_WORD, SKF_AD_OFF + SKF_AD_PKTTYPE)
                .jumpIf(Linux.PACKET_HOST, "ours").jumpIf(Linux.PACKET_OUTGOING, "ours").returning(0)
                .label("ours").load(LOAD_WORD, SKF_AD_OFF + SKF_AD_VLAN_TAG_PRESENT).jumpUnless(0, "drop")
                .load(LOAD_WORD, SKF_AD_OFF + SKF_AD_PROTOCOL)
                .jumpUnless(target.isV4() ? Linux.ETH_P_IP : Linux.ETH_P_IPV6, "drop");
        if (target.isV4()) {
            program.load(LOAD_BYTE, 9).jumpIf(IpProtocol.ICMP, "pass")
                    .jumpIf(IpProtocol.TCP, "segment").jumpIf(IpProtocol.UDP, "addresses").returning(0)
                    .label("addresses")
                    .load(LOAD_WORD, 12).jumpIf((int) target.low(), "pass")
                    .load(LOAD_WORD, 16).jumpIf((int) target.low(), "pass").returning(0)
                    .label("segment")
                    .load(LOAD_WORD, 12).jumpIf((int) target.low(), "headers")
                    .load(LOAD_WORD, 16).jumpIf((int) target.low(), "headers").returning(0);
        } else {
            program.load(LOAD_BYTE, 6).jumpIf(IpProtocol.ICMPV6, "pass")
                    .jumpIf(IpProtocol.TCP, "segment").jumpIf(IpProtocol.UDP, "addresses")
                    .jumpIf(IpProtocol.HOP_BY_HOP, "behind").jumpIf(IpProtocol.ROUTING, "behind")
                    .jumpIf(IpProtocol.DESTINATION_OPTIONS, "behind").jumpIf(IpProtocol.FRAGMENT, "behind").returning(0)
                    .label("behind").load(LOAD_BYTE, 40).jumpIf(IpProtocol.ICMPV6, "pass")
                    .jumpIf(IpProtocol.TCP, "addresses").jumpIf(IpProtocol.UDP, "addresses").returning(0)
                    .label("addresses").address(target, 8, "destination").jumpTo("pass")
                    .label("destination").address(target, 24, "drop").jumpTo("pass")
                    .label("segment").address(target, 8, "to").jumpTo("headers")
                    .label("to").address(target, 24, "drop").jumpTo("headers");
        }
        program.label("pass").returning(WHOLE_PACKET).label("headers").returning(SEGMENT_HEADERS).label("drop").returning(0);
        return program;
    }

    /** Goes on where the IPv6 address at an offset is this one, and else jumps. */
    private FilterProgram address(IpAddress address, int offset, String otherwise) {
        int[] words = { (int) (address.high() >>> 32), (int) address.high(), (int) (address.low() >>> 32),
                (int) address.low() };
        for (int i = 0; i < words.length; i++) {
            load(LOAD_WORD, offset + 4 * i).jumpUnless(words[i], otherwise);
        }
        return this;
    }

    private FilterProgram load(int code, int k) {
        instructions.add(new Instruction(code, NEXT, NEXT, k));
        return this;
    }

    private FilterProgram jumpIf(int k, String label) {
        instructions.add(new Instruction(JUMP_EQUAL, label, NEXT, k));
        return this;
    }

    private FilterProgram jumpUnless(int k, String label) {
        instructions.add(new Instruction(JUMP_EQUAL, NEXT, label, k));
        return this;
    }

    private FilterProgram jumpTo(String label) {
        instructions.add(new Instruction(JUMP_EQUAL, label, label, 0));
        return this;
    }

    private FilterProgram returning(int bytes) {
        instructions.add(new Instruction(RETURN, NEXT, NEXT, bytes));
        return this;
    }

    private FilterProgram label(String name) {
        labels.put(name, instructions.size());
        return this;
    }

    /** The program as a struct sock_fprog for SO_ATTACH_FILTER; the kernel copies it. */
    MemorySegment assemble(Arena arena) {
        MemorySegment code = arena.allocate(8L * instructions.size(), 8);
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            code.set(JAVA_SHORT, 8L * i, (short) instruction.code);
            code.set(JAVA_BYTE, 8L * i + 2, (byte) distance(i, instruction.whenTrue));
            code.set(JAVA_BYTE, 8L * i + 3, (byte) distance(i, instruction.whenFalse));
            code.set(JAVA_INT, 8L * i + 4, instruction.k);
        }
        MemorySegment program = arena.allocate(16, 8);
        program.set(JAVA_SHORT, 0, (short) instructions.size());
        program.set(ADDRESS, 8, code);
        return program;
    }

    private int distance(int from, String label) {
        return label.equals(NEXT) ? 0 : labels.get(label) - from - 1;
    }
}
