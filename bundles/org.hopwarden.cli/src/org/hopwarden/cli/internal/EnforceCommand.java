package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.GateKeeper.Passage;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.enforce.gate.GatePlace;
import org.hopwarden.enforce.gate.GateReport.Refusal;
import org.hopwarden.enforce.gate.RollBack;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.FailMode;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "enforce", sortOptions = false, description = {
        "Enforces a policy on packets, until Ctrl-C or SIGTERM. With --bridge, two interfaces become a cable with a filter in it; with",
        "--nfqueue or --kernel, the packets to, from and through this host are decided.",
        "Says 'enforcing' on standard error when packets flow, and what was done on standard output at the end." })
final class EnforceCommand implements Callable<Integer> {

    private static final Duration CHECK = Duration.ofMillis(100);
    private static final String BRIDGE = "bridge";
    private static final String QUEUE = "nfqueue";
    private static final String KERNEL = "kernel";
    private static final String HOOKS = "in,out,forward";
    private static final EnforcementStatistics NOTHING_DONE = new EnforcementStatistics(0, 0, 0, 0, 0, 0, List.of());

    private final Output output;
    private final TypedLines typed = new TypedLines(System.in);
    private Confirmation confirmation;
    private Passage passage;
    /** Why the gate did not let the policy through. */
    private List<Refusal> refusals = List.of();
    private PolicyReloads reloads;

    @Parameters(paramLabel = "P.hwpolicy", arity = "0..1", description = "the policy file")
    private Path file;

    @Option(names = "--bridge", paramLabel = "IF1,IF2", hideParamSyntax = true, split = ",", arity = "1",
            description = "the two interfaces; they need no addresses and are left as they are")
    private List<String> bridge;

    @Option(names = "--nfqueue", description = "the packets of this host, held by the kernel until they are decided; its own firewall"
            + " decides as well")
    private boolean queue;

    @Option(names = "--kernel", description = "the packets of this host, by the kernel itself as far as the policy is settled; what asks, or depends"
            + " on programs or the time, as with --nfqueue")
    private boolean kernel;

    @Option(names = "--hook", paramLabel = "HOOKS", description = "with --nfqueue and --kernel: which packets, in, out, forward or several with commas"
            + " between (default: " + HOOKS + ")")
    private String hook;

    @Option(names = "--back-end", paramLabel = "ID", description = "where to enforce it: one of --list-back-ends")
    private String backEnd;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "an option of the back end; may be given several times")
    private Map<String, String> values = Map.of();

    @Option(names = "--list-back-ends", description = "list the back ends, their options, and what this machine lacks for each")
    private boolean list;

    @Option(names = "--chain", paramLabel = "NAME", description = "the chain that decides (default: those that the policy binds, or its only one)")
    private String chain;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "end after this time")
    private Double seconds;

    @Option(names = "--dry-run", description = "decide and count, but let everything pass")
    private boolean dryRun;

    @Option(names = "--fail", paramLabel = "MODE",
            description = "what becomes of packets when this program fails or dies: open (they pass) or closed (default: as the policy says)")
    private FailMode fail;

    @Option(names = "--confirm", paramLabel = "SECONDS", description = "end after this time unless Enter was pressed: for a policy that may"
            + " cut off your own connection")
    private Double confirmSeconds;

    @Mixin
    private GateOptions gate;

    @Option(names = "--stats", paramLabel = "FORMAT", defaultValue = "text",
            description = "how to write what was done: text (default) or json")
    private Format format;

    @Mixin
    private final AskOptions ask = new AskOptions();
    private AskSession asking = AskSession.NOBODY;

    @Mixin
    private final EventOptions eventOptions = new EventOptions();
    private EnforceMonitor monitor;

    EnforceCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            EnforcementBackEnds.all().forEach(this::describe);
            return ExitCode.DONE;
        }
        if (file == null) {
            throw CommandFailure.usage("there is no policy named", "As in: hopwarden enforce P.hwpolicy --bridge eth1,eth2"
                    + (gate.captures.isEmpty() ? "" : "; it stands in front of --gate, behind which captures are named"));
        }
        if (seconds != null && !(seconds > 0 && seconds < 1e9)) {
            throw CommandFailure.usage("--duration is a number of seconds greater than 0, not " + seconds,
                    "Leave it out to go on until Ctrl-C.");
        }
        if (confirmSeconds != null && !(confirmSeconds > 0 && confirmSeconds < 1e9)) {
            throw CommandFailure.usage("--confirm is a number of seconds greater than 0, not " + confirmSeconds, "As in: --confirm 60");
        }
        if (confirmSeconds != null && dryRun) {
            throw CommandFailure.usage("a dry run lets everything pass, so there is nothing to confirm", "Leave --confirm or --dry-run out.");
        }
        eventOptions.check();
        ask.check(confirmSeconds != null, dryRun);
        EnforcementBackEnd chosen = backEnd();
        if (dryRun && !chosen.runsDry()) {
            throw CommandFailure.usage("the back end " + chosen.id() + " cannot run dry", "Leave --dry-run out.");
        }
        Map<String, String> chosenValues = values(chosen);
        GatePlace place = GatePlace.of(chosen, chosenValues);
        gate.check(place);
        GateKeeper keeper = new GateKeeper(gate, place, file, dryRun, confirmSeconds != null, output.err());
        PolicyReloads changes = new PolicyReloads(file, chain, fail, gate.follow, confirmSeconds, keeper, typed, output.err());
        reloads = changes;
        Candidate candidate = new Candidate(Policies.load(file, fail), chain);
        CompiledPolicy policy = Policies.compile(file, candidate.policy(), chain);
        policy.questions().notes(chosen.known()).forEach(note -> output.err().println("note: " + note));
        check(chosen, new Request(policy, chosenValues, VerdictListener.NONE).withDryRun(dryRun));
        try (changes;
                EnforceMonitor monitoring = new EnforceMonitor(eventOptions, format == Format.JSON, output.err());
                Interruption interruption = new Interruption()) {
            monitor = monitoring;
            passage = keeper.ask(candidate);
            keeper.print(passage);
            if (!keeper.admits(passage, typed, interruption)) {
                refusals = passage.standing();
                monitor.events().ifPresent(log -> log.refused(file.toString(), GateKeeper.reasons(passage)));
                if (format == Format.JSON) {
                    print(NOTHING_DONE, 0, ConnectionList.NONE);
                }
                throw keeper.refused(passage);
            }
            return enforce(chosen, new Request(policy, chosenValues, monitor.listener()).withDryRun(dryRun), candidate, keeper, interruption);
        }
    }

    private int enforce(EnforcementBackEnd chosen, Request request, Candidate candidate, GateKeeper keeper, Interruption interruption)
            throws IOException {
        try (AskSession session = ask.open(candidate.policy(), chain, file, reloads.memory(), typed, output.err());
                RollBack rollBack = new RollBack();
                Enforcer running = session.begin(chosen.start(request.withQuestions(session.questions())), monitor.events())) {
            asking = session;
            monitor.started(running, file, request.policy(), dryRun);
            if (confirmSeconds != null) {
                rollBack.watch(running).ifPresent(lacking -> output.err().println("note: where this program dies before it is confirmed, nothing"
                        + " takes it back: " + lacking.getMessage()));
            }
            output.err().println("enforcing");
            reloads.started(request.policy(), monitor.events());
            if (dryRun) {
                output.err().println("note: a dry run: everything passes");
            }
            confirmation = new Confirmation(confirmSeconds, typed, output.err());
            PacketPortException held = hold(running, interruption, rollBack, () -> {
                rollBack.close();
                keeper.applied(candidate);
                reloads.begin(running, candidate);
            });
            running.close();
            rollBack.close();
            PacketPortException failure = held == null ? endedBy(running) : held;
            monitor.ended(running.statistics(), running.lostPackets(), failure);
            monitor.close();
            EnforcementStatistics done = running.statistics();
            print(done, running.lostPackets(), running.connections(0));
            if (done.waiting() != 0) {
                output.err().println("hopwarden: " + done.waiting() + " packets came in of which it is not known what became of them: this is a fault of"
                        + " Hopwarden, please report it");
            }
            if (rollBack.hasActed()) {
                output.err().println("taken back: this program stood still before anybody confirmed it");
                return ExitCode.NEGATIVE;
            }
            if (failure != null) {
                throw CommandFailure.of(failure);
            }
            if (confirmation.isMissed()) {
                output.err().println("taken back: nobody confirmed it within " + confirmSeconds + " s");
                return ExitCode.NEGATIVE;
            }
            return ExitCode.DONE;
        } catch (OptionException e) {
            throw CommandFailure.usage(e.getMessage(), e.remedy());
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    /** Before the gate is asked, which may take its time. */
    private static void check(EnforcementBackEnd chosen, Request request) {
        try {
            chosen.check(request);
        } catch (OptionException e) {
            throw CommandFailure.usage(e.getMessage(), e.remedy());
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private EnforcementBackEnd backEnd() {
        List<String> named = Stream.of(bridge == null ? null : BRIDGE, queue ? QUEUE : null, kernel ? KERNEL : null, backEnd).filter(Objects::nonNull).distinct().toList();
        if (named.isEmpty()) {
            throw CommandFailure.usage("it is not said where to enforce the policy: --bridge IF1,IF2, --nfqueue, --kernel, or --back-end ID",
                    hook == null ? "See 'hopwarden interfaces' and 'hopwarden enforce --list-back-ends'."
                            : "--hook chooses packets of this host: --nfqueue --hook " + hook + ", or --kernel.");
        }
        if (named.size() > 1) {
            throw CommandFailure.usage("a policy is enforced in one place, not in " + String.join(" and ", named), "Leave one of them out.");
        }
        String id = named.getFirst();
        if (hook != null && !ofThisHost(id)) {
            throw CommandFailure.usage("--hook does not go with " + id, "It chooses packets of this host: --nfqueue --hook " + hook);
        }
        return EnforcementBackEnds.find(id).orElseThrow(() -> CommandFailure.usage("there is no back end '" + id + "'", "There are: "
                + EnforcementBackEnds.all().stream().map(EnforcementBackEnd::id).collect(Collectors.joining(", ")) + "."));
    }

    private static boolean ofThisHost(String id) {
        return id.equals(QUEUE) || id.equals(KERNEL);
    }

    private Map<String, String> values(EnforcementBackEnd chosen) {
        Map<String, String> all = new LinkedHashMap<>(values);
        List<String> names = chosen.options().stream().map(EnforcementBackEnd.Option::name).toList();
        if (bridge != null) {
            if (bridge.size() != 2) {
                throw CommandFailure.usage("--bridge wants two interfaces, as in --bridge eth1,eth2",
                        "See 'hopwarden interfaces'.");
            }
            all.put(names.get(0), bridge.get(0));
            all.put(names.get(1), bridge.get(1));
        }
        Stream.of(hook == null ? null : "hook", bridge == null ? null : names.get(0), bridge == null ? null : names.get(1))
                .filter(Objects::nonNull).filter(values::containsKey).findFirst().ifPresent(name -> {
                    throw CommandFailure.usage(name + " is said twice, by --set " + name + " and by an option of its own", "Leave one of them out.");
                });
        if (ofThisHost(chosen.id()) && (hook != null || !all.containsKey("hook"))) {
            all.put("hook", hook == null ? HOOKS : hook);
        }
        all.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw CommandFailure.usage("the back end " + chosen.id() + " has no option '" + name + "'",
                    names.isEmpty() ? "It has none." : "There are: " + String.join(", ", names) + ".");
        });
        return all;
    }

    private void describe(EnforcementBackEnd each) {
        output.out().println(each.id() + ": " + each.label());
        output.out().println("  " + each.description());
        for (EnforcementBackEnd.Option option : each.options()) {
            List<String> choices = each.choices(option, Map.of());
            output.out().println("  --set " + option.name() + "=VALUE  " + option.description()
                    + (choices.isEmpty() ? "" : ": " + String.join(", ", choices)));
        }
        each.obstacle().ifPresent(obstacle -> output.out().println("  Not here: " + obstacle.what() + ". " + obstacle.remedy()));
    }

    /** What failed while it was closed, as where something of it still stands; null where nothing did. */
    private static PacketPortException endedBy(Enforcer closed) {
        try {
            closed.await(Duration.ZERO);
        } catch (PacketPortException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /**
     * Waits until there is a reason to end.
     *
     * @param onConfirmed when the policy is to stay
     * @return why it ended by itself, or null
     */
    private PacketPortException hold(Enforcer running, Interruption interruption, RollBack rollBack, Runnable onConfirmed) {
        long endNanos = System.nanoTime() + (seconds == null ? Long.MAX_VALUE / 2 : (long) (seconds * 1e9));
        try {
            while (!interruption.isRequested() && !confirmation.isMissed() && !reloads.isOver() && System.nanoTime() < endNanos) {
                if (rollBack.hasActed()) {
                    return null;
                }
                if (!reloads.hasBegun() && confirmation.isGiven()) {
                    onConfirmed.run();
                }
                reloads.look();
                if (running.await(CHECK)) {
                    return null;
                }
            }
        } catch (PacketPortException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reloads.failure().orElse(null);
    }

    private void print(EnforcementStatistics statistics, long lost, ConnectionList connections) throws IOException {
        if (format == Format.JSON) {
            json(statistics, lost, connections);
            return;
        }
        output.out().println("seen " + statistics.seen() + " = allowed " + statistics.allowed() + " + denied "
                + statistics.denied() + " + rejected " + statistics.rejected() + " + asked " + statistics.asked()
                + " + failed " + statistics.failed() + (statistics.waiting() == 0 ? "" : " + waiting " + statistics.waiting()));
        if (lost > 0) {
            output.out().println("lost by the kernel before they were seen: " + lost);
        }
        if (connections.refused() > 0) {
            output.out().println("packets that found no room in the table of " + connections.most() + " connections: " + connections.refused());
        }
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
        table.row("Chain", "Rule", "Packets", "Bytes");
        for (EnforcementStatistics.RuleCount count : statistics.rules()) {
            table.row(count.chain(), Integer.toString(count.rule()), Long.toString(count.packets()),
                    Long.toString(count.bytes()));
        }
        table.print(output.out());
        asking.print(output.out());
        if (dryRun) {
            DryRunText.print(statistics, reloads.policy(), output.out());
        }
    }

    private void json(EnforcementStatistics statistics, long lost, ConnectionList connections) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.enforce/1");
            json.writeNumberField("seen", statistics.seen());
            json.writeNumberField("allowed", statistics.allowed());
            json.writeNumberField("denied", statistics.denied());
            json.writeNumberField("rejected", statistics.rejected());
            json.writeNumberField("asked", statistics.asked());
            json.writeNumberField("failed", statistics.failed());
            json.writeNumberField("waiting", statistics.waiting());
            json.writeNumberField("lost", lost);
            if (connections.refused() >= 0 && connections.isTracking()) {
                json.writeObjectFieldStart("connections");
                json.writeNumberField("tracked", connections.tracked());
                json.writeNumberField("most", connections.most());
                json.writeNumberField("refused", connections.refused());
                json.writeEndObject();
            }
            if (dryRun) {
                json.writeBooleanField("dryRun", true);
            }
            json.writeArrayFieldStart("rules");
            for (EnforcementStatistics.RuleCount count : statistics.rules()) {
                json.writeStartObject();
                json.writeStringField("chain", count.chain());
                json.writeNumberField("rule", count.rule());
                json.writeNumberField("packets", count.packets());
                json.writeNumberField("bytes", count.bytes());
                if (dryRun) {
                    json.writeStringField("verdict", DryRunText.verdict(count, reloads.policy()).kind().word());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            asking.write(json);
            monitor.write(json, statistics, lost);
            new GateJson(json).write(passage.report(), refusals, passage.against());
            reloads.write(json);
            json.writeEndObject();
        }
    }
}
