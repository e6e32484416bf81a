package org.hopwarden.interchange.internal;

import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.rulemodel.Schedule;

/** Writes times as conditions of nftables. */
final class NftSchedules {

    private NftSchedules() {
    }

    /** The condition that the time lies within the bounds of a schedule, whose weekly periods nftables' clock cannot follow. */
    static String text(Schedule schedule) throws Unsayable {
        if (!schedule.getPeriods().isEmpty()) {
            throw new Unsayable("the weekly periods of schedule " + schedule.getName() + " are in local time, and the days of"
                    + " nftables in that of the kernel; write it with absolute bounds, or without a schedule");
        }
        String from = schedule.getStart() == null ? "" : "meta time >= \"" + text(schedule.getStart()) + "\"";
        String to = schedule.getEnd() == null ? "" : "meta time < \"" + text(schedule.getEnd()) + "\"";
        return NftConditions.join(from, to);
    }

    private static String text(java.time.LocalDateTime time) {
        return time.toLocalDate() + " " + String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    }
}
