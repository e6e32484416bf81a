package org.hopwarden.probe.internal.mda;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.Reply;

/** What became of the probes of each flow at each TTL: the fold of the events, and all that the next probes are chosen by. */
public final class FlowTable {

    static final int NO_END = Integer.MAX_VALUE;

    /** The probes of one flow at one TTL. */
    static final class Cell {
        int sent;
        int open;
        int lost;
        private boolean givenUp;
        final List<Reply> replies = new ArrayList<>();

        boolean isAnswered() {
            return !replies.isEmpty();
        }

        boolean isSilent() {
            return givenUp && open == 0 && replies.isEmpty();
        }

        Reply first() {
            return replies.getFirst();
        }

        /** Whether all replies came from one address. */
        boolean isKept() {
            return replies.stream().map(Reply::address).distinct().count() <= 1;
        }
    }

    private final List<Cell[]> rows = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final SortedMap<Integer, MultipathEvent.Shape> fellBack = new TreeMap<>();
    private int open;
    private int version;

    /** Takes an event. Those that begin and end a trace change nothing here. */
    public void on(MultipathEvent event) {
        version++;
        switch (event) {
            case MultipathEvent.Started started -> {
            }
            case MultipathEvent.Sent sent -> {
                Cell cell = cell(sent.flow(), sent.ttl());
                cell.sent++;
                cell.open++;
                open++;
            }
            case MultipathEvent.Replied replied -> replied(replied);
            case MultipathEvent.Lost lost -> {
                Cell cell = cell(lost.flow(), lost.ttl());
                cell.open--;
                cell.lost++;
                open--;
            }
            case MultipathEvent.Withdrawn withdrawn -> {
                Cell cell = cell(withdrawn.flow(), withdrawn.ttl());
                cell.open--;
                cell.sent--;
                open--;
            }
            case MultipathEvent.Silent silent -> cell(silent.flow(), silent.ttl()).givenUp = true;
            case MultipathEvent.FellBack fell -> fellBack.putIfAbsent(fell.ttl(), fell.shape());
            case MultipathEvent.Ended ended -> {
            }
        }
    }

    private void replied(MultipathEvent.Replied replied) {
        Cell cell = cell(replied.flow(), replied.ttl());
        if (replied.late()) {
            cell.lost--;
        } else {
            cell.open--;
            open--;
        }
        cell.replies.add(replied.reply());
        if (replied.reply().kind().isFinal()) {
            ends.set(replied.flow(), Math.min(ends.get(replied.flow()), replied.ttl()));
        }
    }

    private Cell cell(int flow, int ttl) {
        while (rows.size() <= flow) {
            rows.add(new Cell[0]);
            ends.add(NO_END);
        }
        Cell[] row = rows.get(flow);
        if (row.length < ttl) {
            row = java.util.Arrays.copyOf(row, ttl);
            rows.set(flow, row);
        }
        if (row[ttl - 1] == null) {
            row[ttl - 1] = new Cell();
        }
        return row[ttl - 1];
    }

    /** How many flows there are. */
    public int flows() {
        return rows.size();
    }

    /** The greatest TTL that was probed. */
    int lastTtl() {
        return rows.stream().mapToInt(row -> row.length).max().orElse(0);
    }

    /** The probes of a flow at a TTL, where some were sent and the flow is not known to have ended before; else null. */
    Cell at(int flow, int ttl) {
        Cell cell = anywhere(flow, ttl);
        return cell == null || ttl > ends.get(flow) ? null : cell;
    }

    /** As {@link #at}, those behind the end of the flow's path included. */
    Cell anywhere(int flow, int ttl) {
        if (ttl < 1 || flow >= rows.size() || ttl > rows.get(flow).length) {
            return null;
        }
        Cell cell = rows.get(flow)[ttl - 1];
        return cell == null || cell.sent == 0 ? null : cell;
    }

    /** The TTL at which a flow's path ends, at the target or with a refusal; {@link #NO_END} while that is not known. */
    int end(int flow) {
        return flow < ends.size() ? ends.get(flow) : NO_END;
    }

    /** Another number after each event. */
    int version() {
        return version;
    }

    /** Whether probes are under way. */
    public boolean isWaiting() {
        return open > 0;
    }

    /** Where MDA took over: by TTL, why. */
    public SortedMap<Integer, MultipathEvent.Shape> fellBack() {
        return fellBack;
    }
}
