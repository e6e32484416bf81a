package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Schedules;
import org.hopwarden.rulemodel.WeeklyPeriod;
import org.hopwarden.rulemodel.Weekday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "weekdays 08:00-17:30", "daily 00:00-24:00", "weekend 22:00-06:00; monday, friday 12:00-13:00",
            "friday 18:00-08:00 +3", "saturday 08:00-09:00 +1" })
    void whatIsShownCanBeRead(String text) throws NoRule {
        assertEquals(text, ScheduleText.of(ScheduleText.readPeriods(text)));
    }

    @Test
    void timesMeanWhatTheySay() throws NoRule {
        Schedule schedule = RulemodelFactory.eINSTANCE.createSchedule();
        schedule.getPeriods().addAll(ScheduleText.readPeriods("mon-wed 8:00 - 17:00; friday 22:00-06:00"));
        WeeklyPeriod first = schedule.getPeriods().getFirst();
        assertEquals(List.of(Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY), first.getDays());
        assertEquals(LocalTime.of(8, 0), first.getFrom());
        // 2026-01-05 is a Monday.
        assertTrue(Schedules.holds(schedule, LocalDateTime.parse("2026-01-05T08:00")));
        assertTrue(!Schedules.holds(schedule, LocalDateTime.parse("2026-01-08T08:00")));
        assertTrue(Schedules.holds(schedule, LocalDateTime.parse("2026-01-10T05:59")), "the night from Friday to Saturday");
        assertTrue(!Schedules.holds(schedule, LocalDateTime.parse("2026-01-10T06:00")));
    }

    @Test
    void aRangeOfDaysMayGoRoundTheWeek() throws NoRule {
        assertEquals("monday, saturday, sunday 10:00-11:00", ScheduleText.of(ScheduleText.readPeriods("sat-mon 10:00-11:00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "mondax 08:00-17:00        | did you mean 'monday'",
            "08:00-17:00               | The days are missing",
            "weekdays 25:00-26:00      | '25:00' is no time of day",
            "weekdays                  | is no time of the week",
            "weekdays 17:00-08:00 +0   | ends before it begins",
            "weekdays 17:00-08:00 +7   | is no number from 0 to 6",
    })
    void whatIsWrongIsTold(String text, String message) {
        NoRule wrong = assertThrows(NoRule.class, () -> ScheduleText.readPeriods(text));
        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    }

    @Test
    void momentsAreReadAndWritten() throws NoRule {
        assertEquals("2026-01-31 08:00", ScheduleText.of(ScheduleText.readMoment("2026-01-31 08:00")));
        assertEquals("2026-01-31 00:00", ScheduleText.of(ScheduleText.readMoment("2026-01-31")));
        assertNull(ScheduleText.readMoment(" "));
        assertEquals("", ScheduleText.of((LocalDateTime) null));
        assertTrue(assertThrows(NoRule.class, () -> ScheduleText.readMoment("31.1.2026")).getMessage().contains("2026-01-31 08:00"));
    }
}
