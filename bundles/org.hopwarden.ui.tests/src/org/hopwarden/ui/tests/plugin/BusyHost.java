package org.hopwarden.ui.tests.plugin;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Holder;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;

/** A host whose programs send as many packets a second as one wants; held while somebody is asked, as in the queues of a kernel. */
public final class BusyHost implements EnforcementBackEnd {

    private static final Option RATE = new Option("rate", "Packets per s", "How many packets a second its programs send");
    private static final String SOURCE = "192.168.1.20";
    private static final Program BROWSER = new Program("/usr/lib/firefox-esr/firefox-esr", "alice");
    private static final Program RESOLVER = new Program("/usr/sbin/unbound", "unbound");
    private static final Program PING = new Program("/usr/bin/ping", "root");

    @Override
    public String id() {
        return "busy-host";
    }

    @Override
    public String label() {
        return "Busy host";
    }

    @Override
    public String description() {
        return "A host whose programs send very many packets.";
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<Option> options() {
        return List.of(RATE);
    }

    @Override
    public List<String> choices(Option option, Map<String, String> chosen) {
        return List.of("10000", "10");
    }

    @Override
    public Set<Field> known() {
        return Set.of(Field.APPLICATION, Field.OUT_INTERFACE);
    }

    @Override
    public Enforcer start(Request request) throws OptionException {
        return new Host(request, Integer.parseInt(request.value(RATE)));
    }

    /** TCP to web servers, DNS queries, pings and IPv6. */
    private static List<MemorySegment> traffic() {
        List<MemorySegment> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            IpHeader web = IpHeader.of(IpAddress.parse(SOURCE), IpAddress.parse("203.0.113." + (1 + i % 200)), 64);
            IpHeader six = IpHeader.of(IpAddress.parse("2001:db8:1::20"), IpAddress.parse("2001:db8:ffff:ffff::" + Integer.toHexString(i)), 64);
            all.add(PacketBuilder.tcp(web, 40000 + i, 443, 1, 0, 2, 1000, new byte[0], new byte[0]));
            all.add(PacketBuilder.udp(IpHeader.of(IpAddress.parse(SOURCE), IpAddress.parse("198.51.100." + (1 + i % 3)), 64), 50000 + i, 53,
                    new byte[32]));
            all.add(PacketBuilder.tcp(six, 41000 + i, 443, 1, 0, 2, 1000, new byte[0], new byte[0]));
            if (i % 8 == 0) {
                all.add(PacketBuilder.echoRequest(web, 7, i, new byte[32]));
            }
        }
        return all;
    }

    /** Who sends a packet. Any thread may ask, and later. */
    private static Program program(PacketView packet) {
        return packet.protocol() == 17 ? RESOLVER : packet.isIcmp() ? PING : BROWSER;
    }

    /** At work until it is closed. */
    private static final class Host implements Enforcer {

        private final Request request;
        private final int perSecond;
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicLong seen = new AtomicLong();
        private final AtomicLong[] kinds = new AtomicLong[Verdict.Kind.values().length];
        private final AtomicLong[] settled = new AtomicLong[Answer.values().length];
        private final Thread thread;
        private volatile CompiledPolicy policy;
        private volatile AtomicLongArray slots;
        private volatile boolean closed;

        Host(Request request, int perSecond) {
            this.request = request;
            this.perSecond = perSecond;
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = new AtomicLong();
            }
            for (int i = 0; i < settled.length; i++) {
                settled[i] = new AtomicLong();
            }
            replace(request.policy());
            thread = Thread.ofPlatform().daemon().name("busy host").start(this::run);
        }

        private void run() {
            List<MemorySegment> traffic = traffic();
            PacketState state = new PacketState(Direction.OUT).interfaces("", "eth0").programs(BusyHost::program);
            PacketView view = new PacketView();
            long begin = System.nanoTime();
            for (long sent = 0; !closed; sent++) {
                while (!closed && sent > (System.nanoTime() - begin) / 1e9 * perSecond) {
                    LockSupport.parkNanos(200_000);
                }
                MemorySegment packet = traffic.get((int) (sent % traffic.size()));
                view.wrap(packet, 0, (int) packet.byteSize());
                decide(view, state.next());
            }
            end.countDown();
        }

        private void decide(PacketView view, PacketState state) {
            CompiledPolicy deciding = policy;
            AtomicLongArray counts = slots;
            seen.incrementAndGet();
            int decision = deciding.decide(view, state);
            counts.incrementAndGet(CompiledPolicy.slot(decision));
            request.verdicts().decided(view, state, deciding, decision);
            if (CompiledPolicy.kind(decision) == Verdict.Kind.ASK) {
                Holder holder = () -> answer -> settled[answer.ordinal()].incrementAndGet();
                Answer answer = request.questions().asked(view, state, deciding, decision, holder);
                if (answer != Answer.HELD) {
                    settled[answer.ordinal()].incrementAndGet();
                }
            } else {
                kinds[CompiledPolicy.kind(decision).ordinal()].incrementAndGet();
            }
        }

        @Override
        public EnforcementStatistics statistics() {
            long allowed = kinds[Verdict.Kind.ALLOW.ordinal()].get() + settled[Answer.ALLOW.ordinal()].get();
            long denied = kinds[Verdict.Kind.DENY.ordinal()].get() + settled[Answer.DENY.ordinal()].get();
            long rejected = kinds[Verdict.Kind.REJECT.ordinal()].get();
            long asked = settled[Answer.UNANSWERED.ordinal()].get();
            long failed = kinds[Verdict.Kind.NONE.ordinal()].get();
            List<RuleCount> rules = new ArrayList<>();
            CompiledPolicy counted = policy;
            AtomicLongArray counts = slots;
            for (String chain : counted.chains()) {
                for (int slot = 0; slot < counts.length(); slot++) {
                    Verdict verdict = counted.verdictOfSlot(slot);
                    if (verdict != null && chain.equals(verdict.chain())) {
                        rules.add(new RuleCount(chain, verdict.rule(), counts.get(slot), 64 * counts.get(slot)));
                    }
                }
            }
            return new EnforcementStatistics(seen.get(), allowed, denied, rejected, asked, failed, rules);
        }

        @Override
        public String place() {
            return "the busy host";
        }

        @Override
        public boolean replaces() {
            return true;
        }

        @Override
        public void replace(CompiledPolicy now) {
            slots = new AtomicLongArray(now.slots());
            policy = now;
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            return end.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            closed = true;
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
