package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpAddress;

/**
 * Disjoint ranges of addresses of IPv4, by the blocks of one prefix length that they lie in. A block is found in a hash table, which costs a packet about a
 * fifth of a search among some thousand ranges; most packets lie in no block, or in one that a range covers, and else the few ranges of the block are
 * searched. Ranges that would take very many blocks stand apart; no block that is looked up holds an address of which it does not know the range.
 *
 * @param mask of a block
 * @param whole chains of blocks that one range covers, by their first addresses
 * @param divided the ranges in other blocks, cut at their bounds
 * @param large parts of ranges that lie in none of these blocks, to be searched behind them
 */
record NftBlocks(String mask, Map<String, String> whole, Map<String, List<Cell>> divided, List<Cell> large) {

    private static final int BITS = 32;
    private static final int[] LENGTHS = { 24, 20, 16, 12, 8 };
    /** One range takes no more blocks whole. */
    private static final long MOST_BLOCKS = 256;
    /** What blocks may hold for each range. */
    private static final int MOST_FOR_EACH = 2;

    /** A range, and the chain for the packets in it. */
    record Cell(Span span, String chain) {

        private long first() {
            return number(span.first());
        }

        private long last() {
            return number(span.last());
        }
    }

    /**
     * The longest prefixes that lead to few blocks.
     *
     * @param cells in order
     * @return null where all would lead to too many
     */
    static NftBlocks of(List<Cell> cells) {
        int chosen = 0;
        for (int length : LENGTHS) {
            if (chosen == 0 && count(cells, BITS - length) <= (long) MOST_FOR_EACH * cells.size()) {
                chosen = length;
            }
        }
        return chosen == 0 ? null : of(cells, BITS - chosen);
    }

    int elements() {
        return whole.size() + large.size() + divided.values().stream().mapToInt(cells -> 1 + cells.size()).sum();
    }

    private static boolean isLarge(Cell cell, int shift) {
        return (cell.last() >> shift) - (cell.first() >> shift) > MOST_BLOCKS;
    }

    /** At most so many elements; nothing is built for it. */
    private static long count(List<Cell> cells, int shift) {
        long count = 0;
        long before = -1;
        for (Cell cell : cells) {
            long first = cell.first() >> shift;
            long last = cell.last() >> shift;
            long blocks = isLarge(cell, shift) ? 3 : last - first + 1;
            // A range of a divided block is an element beside that of the block.
            count += blocks + (first == before ? 0 : 1);
            before = last;
        }
        return count;
    }

    private static NftBlocks of(List<Cell> cells, int shift) {
        Map<Long, List<Cell>> blocks = new TreeMap<>();
        List<Cell> large = new ArrayList<>();
        for (Cell cell : cells) {
            long first = cell.first() >> shift;
            long last = cell.last() >> shift;
            if (isLarge(cell, shift)) {
                // Others may lie in the blocks of its ends.
                put(blocks, cell, first, shift);
                put(blocks, cell, last, shift);
                large.add(cut(cell, first + 1 << shift, (last << shift) - 1));
            } else {
                for (long block = first; block <= last; block++) {
                    put(blocks, cell, block, shift);
                }
            }
        }
        Map<String, String> whole = new TreeMap<>();
        Map<String, List<Cell>> divided = new TreeMap<>();
        blocks.forEach((block, parts) -> {
            Cell first = parts.getFirst();
            boolean covered = first.last() - first.first() + 1 == 1L << shift;
            String name = address(block << shift).toString();
            if (covered) {
                whole.put(name, first.chain);
            } else {
                divided.put(name, parts);
            }
        });
        return new NftBlocks(address((1L << BITS) - (1L << shift)).toString(), whole, divided, large);
    }

    private static void put(Map<Long, List<Cell>> blocks, Cell cell, long block, int shift) {
        blocks.computeIfAbsent(block, one -> new ArrayList<>())
                .add(cut(cell, Math.max(cell.first(), block << shift), Math.min(cell.last(), (block + 1 << shift) - 1)));
    }

    private static Cell cut(Cell cell, long first, long last) {
        return new Cell(new Span(address(first), address(last)), cell.chain);
    }

    private static long number(IpAddress address) {
        return address.low();
    }

    private static IpAddress address(long number) {
        return IpAddress.v4((int) number);
    }
}
