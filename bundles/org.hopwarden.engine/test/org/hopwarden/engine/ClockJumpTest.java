package org.hopwarden.engine;

import static org.hopwarden.engine.Rules.MODEL;
import static org.hopwarden.engine.Rules.allow;
import static org.hopwarden.engine.Rules.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;
import org.junit.jupiter.api.Test;

/** A clock that is set while a policy decides: schedules hold by the new time, and rates go on as before. */
class ClockJumpTest {

    private static final long SECOND = 1_000_000_000;
    private static final PacketView PACKET = PacketView.of(PacketBuilder.udp(IpHeader.of(IpAddress.parse("192.0.2.1"),
            IpAddress.parse("198.51.100.7"), 9), 1, 2, new byte[1]));

    private final AtomicLong clock = new AtomicLong(nanos("2026-02-02T12:00"));
    private final AtomicLong steady = new AtomicLong(clock.get());
    private final PacketState state = new PacketState(Direction.FORWARD, clock::get, steady::get);

    private static long nanos(String local) {
        return PacketState.nanos(LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant());
    }

    private static Policy byDay() {
        Schedule schedule = MODEL.createSchedule();
        schedule.setName("by day");
        WeeklyPeriod days = MODEL.createWeeklyPeriod();
        days.getDays().addAll(List.of(Weekday.values()));
        days.setFrom(LocalTime.of(8, 0));
        days.setTo(LocalTime.of(18, 0));
        schedule.getPeriods().add(days);
        Rule rule = allow();
        rule.getMatch().setSchedule(schedule);
        Policy policy = policy(rule);
        policy.getSchedules().add(schedule);
        return policy;
    }

    private int rule(CompiledPolicy policy) {
        return policy.verdictOfSlot(CompiledPolicy.slot(policy.decide(PACKET, state.next()))).rule();
    }

    @Test
    void schedulesHoldByTheNewTimeAtOnce() throws PolicyCompileException {
        CompiledPolicy policy = CompiledPolicy.compile(byDay());
        assertEquals(1, rule(policy));
        clock.set(nanos("2026-02-02T19:00"));
        assertEquals(0, rule(policy), "forward into the evening");
        clock.set(nanos("2026-02-01T09:00"));
        assertEquals(1, rule(policy), "back to another day");
        clock.set(nanos("2026-02-01T07:59"));
        assertEquals(0, rule(policy));
        clock.set(nanos("1970-01-02T00:00"));
        assertEquals(0, rule(policy), "a host without a clock of its own");
    }

    /** Whatever the clock says, the reference says the same of that time. */
    @Test
    void nothingThatIsDeniedAtATimeIsLetThroughAtIt() throws PolicyCompileException {
        CompiledPolicy policy = CompiledPolicy.compile(byDay());
        ReferenceEvaluator reference = ReferenceEvaluator.of(byDay());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            clock.set(random.nextLong(0, 4_000_000_000L * SECOND));
            Instant now = Instant.ofEpochSecond(clock.get() / SECOND, clock.get() % SECOND);
            assertEquals(reference.decide(PACKET, PacketContext.of(Direction.FORWARD).at(now)).rule(), rule(policy), "at " + now + ", seed " + seed);
        }
    }

    @Test
    void ratesGoOnWhateverTheClockSays() throws PolicyCompileException {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(1);
        rate.setUnit(RateUnit.SECOND);
        rate.setBurst(1);
        Limit limit = MODEL.createLimit();
        limit.setRate(rate);
        Rule limited = allow();
        limited.setAction(limit);
        CompiledPolicy policy = CompiledPolicy.compile(policy(limited, allow()));
        assertEquals(2, rule(policy));
        assertEquals(1, rule(policy), "no token is left");
        clock.addAndGet(86_400 * SECOND);
        assertEquals(1, rule(policy), "a clock that is set forward brings none");
        clock.addAndGet(-2 * 86_400 * SECOND);
        steady.addAndGet(SECOND);
        assertEquals(2, rule(policy), "one that is set back withholds none");
        assertEquals(1, rule(policy));
    }
}
