package org.hopwarden.interchange.internal;

import java.time.LocalDateTime;

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
        String from = schedule.getStart() == null ? "" : "meta time " + bound(schedule.getStart(), ">=", ">");
        String to = schedule.getEnd() == null ? "" : "meta time " + bound(schedule.getEnd(), "<", "<=");
        return NftConditions.join(from, to);
    }

    /** A nanosecond behind a full second stands for that second with the other operator. */
    private static String bound(LocalDateTime time, String operator, String behind) throws Unsayable {
        if (time.getNano() > 1) {
            throw new Unsayable("nftables has no fractions of a second, as in " + time + "; take full seconds");
        }
        return (time.getNano() == 0 ? operator : behind) + " \"" + time.toLocalDate() + " "
                + String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond()) + '"';
    }
}
