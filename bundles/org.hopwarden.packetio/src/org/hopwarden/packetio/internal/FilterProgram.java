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

/**
 * Assembles a classic BPF program (Documentation/networking/filter.rst, linux/filter.h, linux/bpf_common.h), which the kernel
 * runs on each packet before it takes up any room in the socket's buffer. A load from behind a packet's end drops the packet. Jumps
 * go forward alone; those on a condition at most {@link #FARTHEST} instructions.
 */
final class FilterProgram {

    // linux/filter.h: loads from here on read what the kernel knows of a packet besides its bytes
    static final int SKF_AD_OFF = -0x1000;
    static final int SKF_AD_PROTOCOL = 0;
    static final int SKF_AD_PKTTYPE = 4;
    static final int SKF_AD_VLAN_TAG_PRESENT = 48;

    private static final int LOAD_WORD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int LOAD_BYTE = 0x30; // BPF_LD | BPF_B | BPF_ABS
    private static final int LOAD_WORD_FROM_X = 0x40; // BPF_LD | BPF_W | BPF_IND
    private static final int LOAD_SHORT_FROM_X = 0x48; // BPF_LD | BPF_H | BPF_IND
    private static final int LOAD_BYTE_FROM_X = 0x50; // BPF_LD | BPF_B | BPF_IND
    private static final int LOAD_X = 0x01; // BPF_LDX | BPF_W | BPF_IMM
    private static final int LOAD_X_HEADER_LENGTH = 0xb1; // BPF_LDX | BPF_B | BPF_MSH
    private static final int ADD = 0x04; // BPF_ALU | BPF_ADD | BPF_K
    private static final int ADD_X = 0x0c; // BPF_ALU | BPF_ADD | BPF_X
    private static final int AND = 0x54; // BPF_ALU | BPF_AND | BPF_K
    private static final int SHIFT_LEFT = 0x64; // BPF_ALU | BPF_LSH | BPF_K
    private static final int TO_X = 0x07; // BPF_MISC | BPF_TAX
    private static final int JUMP = 0x05; // BPF_JMP | BPF_JA
    private static final int JUMP_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int JUMP_BITS_SET = 0x45; // BPF_JMP | BPF_JSET | BPF_K
    private static final int RETURN = 0x06; // BPF_RET | BPF_K

    private static final int FARTHEST = 255;
    private static final String NEXT = "";

    private record Instruction(int code, String whenTrue, String whenFalse, int k) {
    }

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    private FilterProgram add(int code, int k) {
        instructions.add(new Instruction(code, NEXT, NEXT, k));
        return this;
    }

    /** A word at an offset, or one of what the kernel knows. */
    FilterProgram word(int offset) {
        return add(LOAD_WORD, offset);
    }

    FilterProgram byteAt(int offset) {
        return add(LOAD_BYTE, offset);
    }

    FilterProgram wordFromX(int offset) {
        return add(LOAD_WORD_FROM_X, offset);
    }

    FilterProgram shortFromX(int offset) {
        return add(LOAD_SHORT_FROM_X, offset);
    }

    FilterProgram byteFromX(int offset) {
        return add(LOAD_BYTE_FROM_X, offset);
    }

    FilterProgram x(int value) {
        return add(LOAD_X, value);
    }

    /** Makes X the length of the IPv4 header that the packet starts with. */
    FilterProgram xBehindIpv4Header() {
        return add(LOAD_X_HEADER_LENGTH, 0);
    }

    FilterProgram plus(int value) {
        return add(ADD, value);
    }

    FilterProgram plusX() {
        return add(ADD_X, 0);
    }

    FilterProgram and(int mask) {
        return add(AND, mask);
    }

    FilterProgram shiftedLeft(int bits) {
        return add(SHIFT_LEFT, bits);
    }

    FilterProgram toX() {
        return add(TO_X, 0);
    }

    FilterProgram jumpIf(int k, String label) {
        instructions.add(new Instruction(JUMP_EQUAL, label, NEXT, k));
        return this;
    }

    FilterProgram jumpUnless(int k, String label) {
        instructions.add(new Instruction(JUMP_EQUAL, NEXT, label, k));
        return this;
    }

    FilterProgram jumpUnlessSet(int bits, String label) {
        instructions.add(new Instruction(JUMP_BITS_SET, NEXT, label, bits));
        return this;
    }

    FilterProgram jumpTo(String label) {
        instructions.add(new Instruction(JUMP, label, NEXT, 0));
        return this;
    }

    /** @param bytes how many of the packet pass; 0 drops it */
    FilterProgram returning(int bytes) {
        return add(RETURN, bytes);
    }

    FilterProgram label(String name) {
        labels.put(name, instructions.size());
        return this;
    }

    /** Goes on where the address at an offset from the packet's start is this one, and else jumps. */
    FilterProgram address(IpAddress address, int offset, String otherwise) {
        for (int i = 0; i < words(address); i++) {
            word(offset + 4 * i).jumpUnless(word(address, i), otherwise);
        }
        return this;
    }

    /** As {@link #address}, from X. */
    FilterProgram addressFromX(IpAddress address, int offset, String otherwise) {
        for (int i = 0; i < words(address); i++) {
            wordFromX(offset + 4 * i).jumpUnless(word(address, i), otherwise);
        }
        return this;
    }

    private static int words(IpAddress address) {
        return address.isV4() ? 1 : 4;
    }

    private static int word(IpAddress address, int index) {
        if (address.isV4()) {
            return (int) address.low();
        }
        long half = index < 2 ? address.high() : address.low();
        return (int) (half >>> (index % 2 == 0 ? 32 : 0));
    }

    /** The program as a struct sock_fprog for SO_ATTACH_FILTER; the kernel copies it. */
    MemorySegment assemble(Arena arena) {
        MemorySegment code = arena.allocate(8L * instructions.size(), 8);
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            boolean always = instruction.code == JUMP;
            code.set(JAVA_SHORT, 8L * i, (short) instruction.code);
            code.set(JAVA_BYTE, 8L * i + 2, always ? 0 : near(i, instruction.whenTrue));
            code.set(JAVA_BYTE, 8L * i + 3, always ? 0 : near(i, instruction.whenFalse));
            code.set(JAVA_INT, 8L * i + 4, always ? distance(i, instruction.whenTrue) : instruction.k);
        }
        MemorySegment program = arena.allocate(16, 8);
        program.set(JAVA_SHORT, 0, (short) instructions.size());
        program.set(ADDRESS, 8, code);
        return program;
    }

    private byte near(int from, String label) {
        int distance = distance(from, label);
        if (distance > FARTHEST) {
            throw new IllegalStateException("the label " + label + " is " + distance + " instructions away");
        }
        return (byte) distance;
    }

    private int distance(int from, String label) {
        return label.equals(NEXT) ? 0 : labels.get(label) - from - 1;
    }
}
