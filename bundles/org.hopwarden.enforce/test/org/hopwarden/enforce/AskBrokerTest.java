package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.hopwarden.enforce.FlowAnswer.Term;
import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.internal.Action;
import org.hopwarden.enforce.internal.OutcomeCounts;
import org.hopwarden.enforce.internal.PacketDecider;
import org.hopwarden.enforce.internal.PolicyInForce;
import org.hopwarden.enforce.internal.ask.AskedPolicies;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskBrokerTest {

    private static final String ECHO = "icmp echo-request from 10.0.0.1 to 192.0.2.1 out on eth0";
    private static final String OTHER = "icmp echo-request from 10.0.0.1 to 192.0.2.2 out on eth0";
    private static final String REPLY = "icmp echo-reply from 192.0.2.1 to 10.0.0.1 in on eth0";

    @TempDir
    private Path folder;
    private AskBroker broker;
    private Place place;
    private final BlockingQueue<FlowQuestion> shown = new LinkedBlockingQueue<>();
    private final BlockingQueue<FlowAsker.End> ended = new LinkedBlockingQueue<>();
    private final FlowAsker asker = new FlowAsker() {

        @Override
        public void asked(FlowQuestion question) {
            shown.add(question);
        }

        @Override
        public void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer) {
            ended.add(end);
        }
    };

    /** A place of enforcement without packets of its own: they come from the tests, and wait as long as they have to. */
    private static final class Place implements Enforcer {

        private final PolicyInForce inForce;
        private final PacketDecider decider;
        private final PacketState.Programs programs;
        private volatile boolean refuses;

        Place(AskBroker broker, PacketState.Programs programs) {
            inForce = new PolicyInForce(broker.compiled());
            decider = new PacketDecider(inForce, VerdictListener.NONE, false).asking(broker);
            this.programs = programs;
        }

        /** A packet, and what became of it. */
        final class Sent {

            private volatile Answer answer;
            private final Action action;

            Sent(String words) {
                DescribedPacket packet = DescribedPacket.parse(words);
                PacketView view = packet.view();
                PacketState state = new PacketState(packet.direction()).interfaces(packet.inInterface(), packet.outInterface()).programs(programs);
                decider.begin(1);
                action = decider.decide(view, state.next(), view.lengthBytes(), () -> settled -> {
                    answer = settled;
                    decider.settled(settled);
                });
                if (action == Action.ALLOW) {
                    decider.allowed(1, 0);
                }
            }
        }

        Sent send(String words) {
            return new Sent(words);
        }

        @Override
        public EnforcementStatistics statistics() {
            return OutcomeCounts.statistics(List.of(decider.counts()), inForce);
        }

        @Override
        public String place() {
            return "a test";
        }

        @Override
        public boolean replaces() {
            return true;
        }

        @Override
        public void replace(CompiledPolicy policy) throws PacketPortException {
            if (refuses) {
                throw new PacketPortException(PacketPortException.Reason.FAILED, "no policy is taken now", "Wait.");
            }
            inForce.replace(policy);
        }

        @Override
        public boolean await(Duration atMost) {
            return true;
        }

        @Override
        public void close() {
            // Nothing runs.
        }
    }

    private void start(Policy policy, AskLimits limits, AnswerMemory memory, PacketState.Programs programs) throws Exception {
        broker = new AskBroker(policy, null, limits, memory);
        place = new Place(broker, programs);
        broker.begin(place, asker);
    }

    private void start(AskLimits limits) throws Exception {
        start(AskedPolicies.custom(), limits, AnswerMemory.NONE, packet -> null);
    }

    @AfterEach
    void close() {
        if (broker != null) {
            broker.close();
        }
    }

    private FlowQuestion question() throws InterruptedException {
        FlowQuestion question = shown.poll(20, TimeUnit.SECONDS);
        assertTrue(question != null, "nobody is asked");
        return question;
    }

    private static void until(BooleanSupplier holds, String otherwise) throws InterruptedException {
        for (int i = 0; i < 2000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertTrue(holds.getAsBoolean(), otherwise);
    }

    private FlowAsker.End end() throws InterruptedException {
        return ended.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void allowsForTheSessionWhatItNamesAndAsksAboutTheRest() throws Exception {
        start(AskLimits.DEFAULT);
        Place.Sent echo = place.send(ECHO);
        assertEquals(Action.HOLD, echo.action);
        FlowQuestion question = question();
        assertEquals("an ICMP echo request to 192.0.2.1", question.what());
        assertEquals("chain out, rule 1", question.place());
        assertEquals(1, question.held());
        assertEquals(List.of("chain out: permit icmp host 10.0.0.1 host 192.0.2.1 8 0", "chain in: permit icmp host 192.0.2.1 host 10.0.0.1 0 0"),
                question.choices().getFirst().rules().subList(0, 2));
        assertEquals(Action.DENY, place.send(REPLY).action);
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Answer.ALLOW, echo.answer);
        assertEquals(FlowAsker.End.ANSWERED, end());
        assertEquals(Action.ALLOW, place.send(ECHO).action);
        assertEquals(Action.ALLOW, place.send(REPLY).action);
        assertEquals(Action.HOLD, place.send(OTHER).action);
        assertEquals("an ICMP echo request to 192.0.2.2", question().what());
    }

    @Test
    void deniesForTheSession() throws Exception {
        start(AskLimits.DEFAULT);
        Place.Sent echo = place.send(ECHO);
        broker.answer(question().id(), new FlowAnswer(false, 0, Term.SESSION));
        assertEquals(Answer.DENY, echo.answer);
        assertEquals(Action.DENY, place.send(ECHO).action);
        assertEquals(Action.HOLD, place.send(OTHER).action);
    }

    @Test
    void aBurstIsOneQuestionOfWhichTheNewestWait() throws Exception {
        start(new AskLimits(Duration.ofSeconds(60), 64, 16, 256));
        List<Place.Sent> burst = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            burst.add(place.send(ECHO));
        }
        FlowQuestion question = question();
        until(() -> broker.questions().getFirst().packets() == 20, "the burst has not joined");
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.ONCE));
        assertEquals(1, broker.counts().questions());
        assertEquals(20, broker.counts().packets());
        assertEquals(4, broker.counts().displaced());
        for (int i = 0; i < 20; i++) {
            assertEquals(i < 4 ? Answer.UNANSWERED : Answer.ALLOW, burst.get(i).answer, "packet " + i);
        }
        EnforcementStatistics statistics = place.statistics();
        assertEquals(20, statistics.seen());
        assertEquals(16, statistics.allowed());
        assertEquals(4, statistics.asked());
    }

    @Test
    void withoutAnAnswerPacketsAreDroppedOnceAndAskedAboutAgain() throws Exception {
        start(AskLimits.DEFAULT.withAnswerTime(Duration.ofMillis(200)));
        Place.Sent echo = place.send(ECHO);
        question();
        assertEquals(FlowAsker.End.NO_ANSWER, end());
        assertEquals(Answer.UNANSWERED, echo.answer);
        assertEquals(1, broker.counts().unanswered());
        assertEquals(1, place.statistics().asked());
        assertEquals(Action.HOLD, place.send(ECHO).action);
        question();
    }

    @Test
    void aQueueOfQuestionsIsBounded() throws Exception {
        start(new AskLimits(Duration.ofSeconds(60), 2, 16, 256));
        for (int i = 1; i <= 5; i++) {
            place.send("icmp echo-request from 10.0.0.1 to 192.0.2." + i + " out on eth0");
        }
        question();
        question();
        until(() -> broker.counts().turnedAway() == 3, "there is room for more questions");
        broker.close();
        assertEquals(2, broker.counts().questions());
        assertEquals(3, broker.counts().turnedAway());
        assertEquals(5, place.statistics().asked());
    }

    @Test
    void packetsThatWaitAreBoundedInAll() throws Exception {
        start(new AskLimits(Duration.ofSeconds(60), 64, 16, 4));
        List<Place.Sent> sent = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            sent.add(place.send("icmp echo-request from 10.0.0.1 to 192.0.2." + i + " out on eth0"));
        }
        broker.close();
        sent.forEach(each -> assertEquals(Answer.UNANSWERED, each.action == Action.ASK ? Answer.UNANSWERED : each.answer));
        assertEquals(2, broker.counts().displaced() + broker.counts().turnedAway());
        assertEquals(6, place.statistics().asked());
    }

    @Test
    void probesOfATracerouteAreOneQuestionAndNoneIsLetInThatTheAnswerDoesNotName() throws Exception {
        start(AskLimits.DEFAULT);
        List<Place.Sent> probes = new ArrayList<>();
        for (int port = 33434; port < 33440; port++) {
            probes.add(place.send("udp from 10.0.0.1 port 40000 to 192.0.2.1 port " + port + " out on eth0"));
        }
        Place.Sent dns = place.send("udp from 10.0.0.1 port 40000 to 192.0.2.1 port 53 out on eth0");
        FlowQuestion first = question();
        assertEquals("a UDP probe of a traceroute to 192.0.2.1 port 33434", first.what());
        until(() -> broker.questions().size() == 2 && broker.questions().getFirst().packets() == 6, "the probes have not joined");
        FlowQuestion question = broker.questions().getFirst();
        assertTrue(question.choices().get(question.proposed()).what().contains("33434 to 33534"), question.choices().toString());
        // The narrowest answer, though, is about the first port alone.
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Answer.ALLOW, probes.getFirst().answer);
        assertEquals(null, probes.get(1).answer);
        FlowQuestion other = question();
        FlowQuestion again = other.packet().destinationPort() == 53 ? question() : other;
        assertEquals(5, again.held());
        broker.answer(again.id(), new FlowAnswer(true, again.proposed(), Term.ONCE));
        probes.forEach(each -> assertEquals(Answer.ALLOW, each.answer));
        assertEquals(null, dns.answer);
    }

    @Test
    void onceIsForTheFlowsThatWait() throws Exception {
        start(AskLimits.DEFAULT);
        String connection = "tcp from 10.0.0.1 port 40000 to 192.0.2.1 port 443 flags syn out on eth0";
        Place.Sent first = place.send(connection);
        Place.Sent second = place.send(connection.replace("40000", "40001"));
        FlowQuestion question = question();
        until(() -> broker.questions().getFirst().packets() == 2, "the other connection has not joined");
        assertEquals("a TCP connection to 192.0.2.1 port 443 (https)", question.what());
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.ONCE));
        assertEquals(Answer.ALLOW, first.answer);
        assertEquals(Answer.ALLOW, second.answer);
        assertEquals(Action.ALLOW, place.send("tcp from 192.0.2.1 port 443 to 10.0.0.1 port 40001 flags syn,ack in on eth0").action);
        assertEquals(Action.DENY, place.send("tcp from 192.0.2.1 port 443 to 10.0.0.1 port 40002 flags syn,ack in on eth0").action);
        assertEquals(Action.HOLD, place.send(connection.replace("40000", "40002")).action);
    }

    @Test
    void aProgramIsNamedAndAnotherIsAskedAbout() throws Exception {
        Program curl = new Program("/usr/bin/curl", "alice");
        Program wget = new Program("/usr/bin/wget", "alice");
        start(AskedPolicies.custom(), AskLimits.DEFAULT, AnswerMemory.NONE, packet -> packet.sourcePort() == 40000 ? curl : wget);
        String connection = "tcp from 10.0.0.1 port 40000 to 192.0.2.1 port 443 flags syn out on eth0";
        Place.Sent first = place.send(connection);
        FlowQuestion question = question();
        assertEquals(Optional.of(curl), question.program());
        assertTrue(question.choices().getFirst().what().endsWith(", sent by /usr/bin/curl as alice"), question.choices().getFirst().what());
        assertTrue(question.choices().stream().anyMatch(each -> each.more().equals("every other program and user")), question.choices().toString());
        Place.Sent second = place.send(connection.replace("40000", "40001"));
        FlowQuestion other = question();
        assertEquals(Optional.of(wget), other.program());
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Answer.ALLOW, first.answer);
        assertEquals(null, second.answer);
        assertEquals(Action.ALLOW, place.send(connection).action);
    }

    @Test
    void aWiderAnswerSettlesOtherQuestions() throws Exception {
        start(AskLimits.DEFAULT);
        place.send(ECHO);
        Place.Sent other = place.send(OTHER);
        FlowQuestion question = question();
        question();
        int wide = question.choices().indexOf(question.choices().stream().filter(each -> each.more().contains("every other address")).findFirst().get());
        broker.answer(question.id(), new FlowAnswer(true, wide, Term.SESSION));
        assertEquals(FlowAsker.End.ANSWERED, end());
        assertEquals(FlowAsker.End.SETTLED, end());
        assertEquals(Answer.ALLOW, other.answer);
        assertEquals(List.of(), broker.questions());
    }

    @Test
    void anAnswerIsRememberedAsARuleUnderReviewBesideWhatOthersWroteMeanwhile() throws Exception {
        Path file = folder.resolve("host.hwpolicy");
        PolicyFiles.save(AskedPolicies.custom(), file);
        start(PolicyFiles.load(file), AskLimits.DEFAULT, new PolicyFileMemory(file), packet -> null);
        Place.Sent echo = place.send(ECHO);
        FlowQuestion question = question();
        Policy changed = PolicyFiles.load(file);
        Rule rule = AskedPolicies.rule(AskedPolicies.MODEL.createAllow(), AskedPolicies.protocol(47));
        changed.getChains().getFirst().getRules().addFirst(rule);
        PolicyFiles.save(changed, file);
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.REMEMBERED));
        assertEquals(Answer.ALLOW, echo.answer);
        Chain out = PolicyFiles.load(file).getChains().getFirst();
        assertEquals(List.of("permit 47 any any", "permit icmp host 10.0.0.1 host 192.0.2.1 8 0", "ask ip any any"),
                out.getRules().stream().map(RuleText::of).map(text -> text.replace("gre", "47")).toList());
        assertTrue(out.getRules().get(1).isUnderReview());
        assertTrue(out.getRules().get(1).getAction() instanceof Allow);
        assertEquals(List.of("allowed or denied when asked: an ICMP echo request to 192.0.2.1"), out.getRules().get(1).getRemarks());
        assertEquals(1, Files.list(folder).count());
    }

    @Test
    void whatTheFileDeniesByNowIsNotRememberedAndTheQuestionStands() throws Exception {
        Path file = folder.resolve("host.hwpolicy");
        PolicyFiles.save(AskedPolicies.custom(), file);
        start(PolicyFiles.load(file), AskLimits.DEFAULT, new PolicyFileMemory(file), packet -> null);
        Place.Sent echo = place.send(ECHO);
        FlowQuestion question = question();
        Policy changed = PolicyFiles.load(file);
        changed.getChains().getFirst().getRules().addFirst(AskedPolicies.rule(AskedPolicies.MODEL.createDeny(), AskedPolicies.protocol(1)));
        PolicyFiles.save(changed, file);
        byte[] before = Files.readAllBytes(file);
        AnswerException refused = assertThrows(AnswerException.class, () -> broker.answer(question.id(), new FlowAnswer(true, 0, Term.REMEMBERED)));
        assertTrue(refused.getMessage().contains("chain out, rule 1"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(null, echo.answer);
        assertEquals(1, broker.questions().size());
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Answer.ALLOW, echo.answer);
    }

    @Test
    void aChangedPolicyKeepsTheAnswersOfTheSession() throws Exception {
        start(AskLimits.DEFAULT);
        place.send(ECHO);
        broker.answer(question().id(), new FlowAnswer(true, 0, Term.SESSION));
        Place.Sent other = place.send(OTHER);
        question();
        Policy changed = AskedPolicies.custom();
        changed.getChains().getFirst().getRules().addFirst(AskedPolicies.to(AskedPolicies.rule(AskedPolicies.MODEL.createDeny()), "192.0.2.2/32"));
        broker.rebase(changed);
        assertEquals(Action.ALLOW, place.send(ECHO).action);
        assertEquals(Action.DENY, place.send(OTHER).action);
        assertEquals(Answer.DENY, other.answer);
    }

    /** Nor does the next answer bring it. */
    @Test
    void aChangedPolicyThatTheBackEndDoesNotTakeIsNotInForce() throws Exception {
        start(AskLimits.DEFAULT);
        place.send(ECHO);
        FlowQuestion question = question();
        Policy changed = AskedPolicies.custom();
        changed.getChains().getFirst().getRules().addFirst(AskedPolicies.to(AskedPolicies.rule(AskedPolicies.MODEL.createDeny()), "192.0.2.2/32"));
        place.refuses = true;
        assertThrows(PacketPortException.class, () -> broker.rebase(changed));
        assertThrows(AnswerException.class, () -> broker.answer(question.id(), new FlowAnswer(true, 0, Term.SESSION)));
        place.refuses = false;
        assertEquals(Action.HOLD, place.send(ECHO).action, "the answer was refused");
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Action.ALLOW, place.send(ECHO).action);
        assertEquals(Action.HOLD, place.send(OTHER).action);
    }

    /** What asked of a few hosts is asked of all: an answer for "any address" was for those few. */
    @Test
    void anAnswerOfTheSessionIsNoWiderUnderAChangedPolicy() throws Exception {
        start(AskedPolicies.called(), AskLimits.DEFAULT, AnswerMemory.NONE, packet -> null);
        place.send(ECHO);
        FlowQuestion question = question();
        broker.answer(question.id(), new FlowAnswer(true, question.choices().size() - 1, Term.SESSION));
        assertEquals(Action.ALLOW, place.send(OTHER).action);
        broker.rebase(AskedPolicies.called());
        assertEquals(Action.ALLOW, place.send(OTHER).action);
        broker.rebase(AskedPolicies.custom());
        assertEquals(Action.HOLD, place.send("icmp echo-request from 10.0.0.1 to 198.51.100.1 out on eth0").action);
    }

    /** What the rule that asks leaves out is for the rules behind it. */
    @Test
    void noChoiceTakesPortsThatTheAskingRuleLeavesOut() throws Exception {
        Service udp = AskedPolicies.protocol(17);
        udp.setDestinationPort(AskedPolicies.MODEL.createPortCondition());
        udp.getDestinationPort().setOperator(PortOperator.NEQ);
        udp.getDestinationPort().setPorts(NumberSet.of(33440));
        Rule asks = AskedPolicies.rule(AskedPolicies.MODEL.createAsk(), udp);
        Policy policy = AskedPolicies.policy(AskedPolicies.chain("out", Hook.OUT, ChainEnd.DENY, asks));
        start(policy, AskLimits.DEFAULT, AnswerMemory.NONE, packet -> null);
        place.send("udp from 10.0.0.1 port 4000 to 192.0.2.1 port 33435 out on eth0");
        FlowQuestion question = question();
        assertTrue(question.choices().stream().noneMatch(choice -> choice.what().contains("traceroute")), question.choices().toString());
        broker.answer(question.id(), new FlowAnswer(true, question.choices().size() - 1, Term.SESSION));
        assertEquals(Action.DENY, place.send("udp from 10.0.0.1 port 4000 to 192.0.2.1 port 33440 out on eth0").action);
    }

    @Test
    void aQuestionIsAskedAnewWhereAChangedPolicyAsksWithOtherConditions() throws Exception {
        start(AskedPolicies.called(), AskLimits.DEFAULT, AnswerMemory.NONE, packet -> null);
        Place.Sent echo = place.send(ECHO);
        FlowQuestion before = question();
        broker.rebase(AskedPolicies.called());
        assertEquals(List.of(before.id()), broker.questions().stream().map(FlowQuestion::id).toList());
        broker.rebase(AskedPolicies.custom());
        assertEquals(FlowAsker.End.SETTLED, end());
        FlowQuestion after = question();
        assertThrows(AnswerException.class, () -> broker.answer(before.id(), FlowAnswer.DENY_ONCE));
        assertEquals(null, echo.answer);
        broker.answer(after.id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Answer.ALLOW, echo.answer);
    }

    @Test
    void anAnswerIsNotRememberedWhereTheFileAsksWithOtherConditions() throws Exception {
        Path file = folder.resolve("host.hwpolicy");
        PolicyFiles.save(AskedPolicies.called(), file);
        start(PolicyFiles.load(file), AskLimits.DEFAULT, new PolicyFileMemory(file), packet -> null);
        place.send(ECHO);
        FlowQuestion question = question();
        PolicyFiles.save(AskedPolicies.custom(), file);
        byte[] before = Files.readAllBytes(file);
        assertThrows(AnswerException.class, () -> broker.answer(question.id(), new FlowAnswer(true, question.choices().size() - 1, Term.REMEMBERED)));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(1, broker.questions().size());
    }

    @Test
    void aPacketThatCannotBeSortedIsDroppedAndTheNextIsAskedAbout() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        start(AskedPolicies.custom(), AskLimits.DEFAULT, AnswerMemory.NONE, packet -> {
            if (fails.get()) {
                throw new IllegalStateException("a look-up that fails");
            }
            return null;
        });
        Place.Sent lost = place.send(ECHO);
        until(() -> lost.answer != null, "the packet is held for ever");
        assertEquals(Answer.UNANSWERED, lost.answer);
        assertEquals(1, broker.counts().turnedAway());
        fails.set(false);
        Place.Sent echo = place.send(ECHO);
        broker.answer(question().id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Answer.ALLOW, echo.answer);
        EnforcementStatistics statistics = place.statistics();
        assertEquals(2, statistics.seen());
        assertEquals(1, statistics.asked());
    }

    /** While somebody shows a question and hangs, others are answered, and what has joined is told as one change. */
    @Test
    void anAskerThatHangsHoldsNothingUp() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        List<FlowQuestion> changes = new CopyOnWriteArrayList<>();
        broker = new AskBroker(AskedPolicies.custom(), null, new AskLimits(Duration.ofSeconds(60), 64, 256, 512), AnswerMemory.NONE);
        place = new Place(broker, packet -> null);
        broker.begin(place, new FlowAsker() {

            @Override
            public void asked(FlowQuestion question) {
                hangs.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                shown.add(question);
            }

            @Override
            public void changed(FlowQuestion question) {
                changes.add(question);
            }

            @Override
            public void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer) {
                ended.add(end);
            }
        });
        place.send(ECHO);
        hangs.await();
        for (int i = 0; i < 200; i++) {
            place.send(ECHO);
        }
        Place.Sent other = place.send(OTHER);
        until(() -> broker.questions().size() == 2 && broker.questions().getFirst().packets() == 201, "packets wait for who shows questions");
        broker.answer(broker.questions().getLast().id(), new FlowAnswer(true, 0, Term.SESSION));
        assertEquals(Answer.ALLOW, other.answer);
        goOn.countDown();
        until(() -> !changes.isEmpty(), "the change is not told");
        assertEquals(201, changes.getFirst().packets());
        assertEquals(1, changes.size());
        assertEquals(List.of("192.0.2.1", "192.0.2.2"), List.of(question(), question()).stream().map(each -> each.packet().destination().toString()).toList());
        assertEquals(FlowAsker.End.ANSWERED, end());
    }

    /** Each answer is an edit of the policy in force: its slots go on, and its rates keep what they have counted. */
    @Test
    void answersComeAndGoAsEdits() throws Exception {
        start(AskLimits.DEFAULT);
        place.send(ECHO);
        FlowQuestion question = question();
        CompiledPolicy before = broker.compiled();
        broker.answer(question.id(), new FlowAnswer(true, 0, Term.SESSION));
        assertTrue(broker.compiled().continuesSlots(before));
        place.send(OTHER);
        broker.answer(question().id(), new FlowAnswer(false, 0, Term.SESSION));
        assertTrue(broker.compiled().continuesSlots(before));
        assertEquals(Action.DENY, place.send(OTHER).action);
        assertEquals(Action.ALLOW, place.send(ECHO).action);
        long echoes = place.statistics().rules().stream().filter(each -> each.chain().equals("out") && each.rule() == 1).findFirst().get().packets();
        assertEquals(1, echoes, "packets after the answer");
    }

    /** What asks for a program that the policy has no object for is compiled with one when it is asked about, not when it is answered. */
    @Test
    void anAnswerForAProgramIsAnEditAsWell() throws Exception {
        start(AskedPolicies.custom(), AskLimits.DEFAULT, AnswerMemory.NONE, packet -> new Program("/usr/bin/curl", "alice"));
        place.send(ECHO);
        broker.answer(question().id(), new FlowAnswer(true, 0, Term.SESSION));
        CompiledPolicy first = broker.compiled();
        place.send(OTHER);
        broker.answer(question().id(), new FlowAnswer(true, 0, Term.SESSION));
        assertTrue(broker.compiled().continuesSlots(first));
        assertEquals(Action.ALLOW, place.send(OTHER).action);
        assertEquals(1, broker.compiled().policy().getApplications().size());
    }

    /** In an object's path, a star stands for anything. */
    @Test
    void noChoiceIsForAProgramWhosePathWouldStandForOthers() throws Exception {
        start(AskedPolicies.custom(), AskLimits.DEFAULT, AnswerMemory.NONE, packet -> new Program("/tmp/*", "mallory"));
        place.send(ECHO);
        FlowQuestion question = question();
        assertTrue(question.choices().stream().noneMatch(choice -> choice.what().contains("/tmp/")), question.choices().toString());
        assertEquals(0, broker.compiled().policy().getApplications().size());
    }

    @Test
    void whatWaitsAtTheEndIsDropped() throws Exception {
        start(AskLimits.DEFAULT);
        Place.Sent echo = place.send(ECHO);
        FlowQuestion question = question();
        broker.close();
        assertEquals(Answer.UNANSWERED, echo.answer);
        assertEquals(FlowAsker.End.CLOSED, end());
        assertEquals(Action.ASK, place.send(ECHO).action);
        assertThrows(AnswerException.class, () -> broker.answer(question.id(), FlowAnswer.DENY_ONCE));
        EnforcementStatistics statistics = place.statistics();
        assertEquals(2, statistics.seen());
        assertEquals(2, statistics.asked());
    }
}
