package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportException.Problem;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.internal.IosSection.Kind;
import org.hopwarden.interchange.internal.IosTokens.Opaque;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Nesting;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceUse;

/** Reads a configuration into a policy: the objects first, then the lists, then where they are bound. */
final class IosConfigReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private static final int MOST_PROBLEMS = 50;

    private final ImportOptions options;
    private final Policy policy = MODEL.createPolicy();
    private final IosObjects objects = new IosObjects();
    private final Map<NamedElement, Extent> extents = new HashMap<>();
    private final IosNotes notes = new IosNotes();
    private final List<Problem> problems = new ArrayList<>();
    private String host = "";
    private int skipped;

    /** How deep an object group holds others, and for how many terms it stands. */
    private record Extent(int depth, long terms) {

        static final Extent LINE = new Extent(0, 1);
    }

    IosConfigReader(ImportOptions options) {
        this.options = options;
    }

    ImportResult read(List<String> lines) throws ImportException {
        IosSections cut = IosSections.of(lines);
        problems.addAll(cut.problems());
        for (IosSection section : cut.sections()) {
            switch (section.kind()) {
                case TIME_RANGE -> readTimeRange(section);
                case OBJECT_GROUP -> readGroup(section);
                case OTHER -> skip(section);
                default -> {
                }
            }
        }
        IosListReader lists = new IosListReader(objects, notes, problems, policy.getOpaque());
        cut.sections().stream().filter(s -> s.kind() == Kind.NUMBERED || s.kind() == Kind.LIST).forEach(lists::read);
        List<Chain> chains = lists.chains();
        if (problems.isEmpty() && chains.isEmpty()) {
            problems.add(new Problem(1, 1, "there is no access list; one has lines such as"
                    + " 'access-list 101 permit icmp any any echo', or begins with 'ip access-list extended NAME'"));
        }
        policy.getChains().addAll(chains);
        IosBindingReader bindings = new IosBindingReader(policy, notes, problems);
        cut.sections().stream().filter(s -> s.kind() == Kind.INTERFACE || s.kind() == Kind.TERMINAL).forEach(bindings::read);
        skipped += bindings.skipped();
        if (!problems.isEmpty()) {
            throw new ImportException(problems.stream().sorted(Comparator.comparingInt(Problem::line)).limit(MOST_PROBLEMS)
                    .toList());
        }
        describe(cut);
        notes.count(lists.paddedLines(), "line comes", "lines come", "back with single blanks between words.");
        ElementIds.assignMissing(policy);
        return new ImportResult(policy, notes.all());
    }

    private void skip(IosSection section) {
        skipped += 1 + section.body().size();
        String[] words = section.header().text().strip().split("[ \\t]+");
        if (words[0].equalsIgnoreCase("hostname") && words.length == 2 && words[1].chars().allMatch(c -> c > ' ' && c < 127)) {
            host = words[1];
        }
    }

    private void readTimeRange(IosSection section) {
        Schedule schedule = MODEL.createSchedule();
        readObject(section, "time range", 1, schedule::setName, objects.schedules().keySet()::contains,
                tokens -> IosTimeRanges.readLine(tokens, schedule),
                () -> IosObjectText.lines(schedule, schedule.getName()), () -> {
                    if (schedule.getStart() == null && schedule.getEnd() == null && schedule.getPeriods().isEmpty()) {
                        throw new Opaque("it names no time");
                    }
                    policy.getSchedules().add(schedule);
                    objects.schedules().put(schedule.getName(), schedule);
                });
    }

    private void readGroup(IosSection section) {
        String[] words = section.header().text().strip().toLowerCase(Locale.ROOT).split("[ \\t]+");
        IosGroups reader = new IosGroups(objects);
        String what = words.length > 1 ? words[1] : "";
        switch (what) {
            case "network" -> {
                AddressObject group = MODEL.createAddressObject();
                readObject(section, "object group", 2, group::setName, this::isGroup, t -> reader.readLine(t, group),
                        () -> IosObjectText.lines(group), () -> {
                    requireBounds(group, group.getTerms().stream()
                            .map(term -> term instanceof AddressUse use ? use.getObject() : null).toList());
                    requireSayable(IosObjectText.isSayable(group));
                    policy.getAddressObjects().add(group);
                    objects.addresses().put(group.getName(), group);
                });
            }
            case "service" -> {
                ServiceObject group = MODEL.createServiceObject();
                readObject(section, "object group", 2, group::setName, this::isGroup, t -> reader.readLine(t, group),
                        () -> IosObjectText.lines(group), () -> {
                    requireBounds(group, group.getTerms().stream()
                            .map(term -> term instanceof ServiceUse use ? use.getObject() : null).toList());
                    requireSayable(IosObjectText.isSayable(group));
                    policy.getServiceObjects().add(group);
                    objects.services().put(group.getName(), group);
                });
            }
            default -> keep(section, "object groups of this kind are not known");
        }
    }

    /** @param used the groups that the group's lines name; null for a line that names none */
    private void requireBounds(NamedElement group, List<? extends NamedElement> used) throws Opaque {
        int deepest = 0;
        long terms = 0;
        for (NamedElement one : used) {
            Extent extent = one == null ? Extent.LINE : extents.get(one);
            deepest = Math.max(deepest, extent.depth());
            terms += extent.terms();
        }
        if (deepest >= Nesting.DEEPEST || terms > Nesting.MOST_TERMS) {
            throw new Opaque("its groups hold each other more than " + Nesting.DEEPEST + " deep, or stand for more than "
                    + Nesting.MOST_TERMS + " terms");
        }
        extents.put(group, new Extent(deepest + 1, terms));
    }

    private static void requireSayable(boolean sayable) throws Opaque {
        if (!sayable) {
            throw new Opaque("it is empty, or says ports in a manner that is not known");
        }
    }

    private boolean isGroup(String name) {
        return objects.addresses().containsKey(name) || objects.services().containsKey(name);
    }

    /** Reads one line of an object. */
    private interface LineReader {
        void read(IosTokens tokens) throws Stop, Opaque;
    }

    /** Puts an object that was read where it can be found. */
    private interface Keeper {
        void keep() throws Opaque;
    }

    private void readObject(IosSection section, String what, int nameAt, Consumer<String> setName,
            Predicate<String> isTaken, LineReader reader,
            Supplier<List<String>> text, Keeper keeper) {
        try {
            IosTokens header = new IosTokens(section.header());
            for (int i = 0; i < nameAt; i++) {
                header.take();
            }
            if (!header.hasNext()) {
                throw header.unexpected("the name of the " + what, List.of());
            }
            if (isTaken.test(header.raw())) {
                throw header.stop("there is another " + what + " of this name above; put their lines together");
            }
            setName.accept(header.takeRaw());
            if (header.hasNext()) {
                throw header.unexpected("the end of the line", List.of());
            }
            for (IosLine line : section.body()) {
                reader.read(new IosTokens(line));
            }
            keeper.keep();
            List<String> canonical = text.get();
            if (!canonical.equals(Stream.concat(Stream.of(section.header()), section.body().stream()).map(IosLine::text).toList())) {
                notes.add(Severity.INFO, section.header().number(), "comes back as: " + String.join("; ", canonical));
            }
        } catch (Stop e) {
            problems.add(e.problem());
        } catch (Opaque e) {
            keep(section, e.getMessage());
        }
    }

    private void keep(IosSection section, String reason) {
        policy.getOpaque().add(IosOpaque.of(section, section.body()));
        notes.add(Severity.WARNING, section.header().number(), "'" + section.header().text().strip()
                + "' is kept as it stands, and not understood: " + reason);
    }

    private void describe(IosSections cut) {
        Disposition elsewhere = options.elsewhere();
        policy.setName(options.policyName());
        policy.setDefaultIn(elsewhere);
        policy.setDefaultOut(elsewhere);
        policy.setDefaultForward(elsewhere);
        boolean v4 = policy.getChains().stream().anyMatch(chain -> chain.getIpVersion() == IpFamily.V4);
        boolean v6 = policy.getChains().stream().anyMatch(chain -> chain.getIpVersion() == IpFamily.V6);
        String holds = " the policy's default action holds, which is " + elsewhere.getLiteral() + " for in, out and forward.";
        String text = v4 && v6 ? "Where no list speaks," + holds : v6 ? "The lists are of IPv6 and say nothing of IPv4: there"
                + holds : "The lists are of IPv4 and say nothing of IPv6: there" + holds;
        policy.setDescription("Imported from Cisco IOS" + (host.isEmpty() ? "" : ", the configuration of " + host) + ". " + text);
        notes.add(Severity.INFO, 0, text);
        boolean bound = Chains.anyBound(policy);
        if (bound && elsewhere != Disposition.ALLOW) {
            notes.add(Severity.WARNING, 0, "IOS lets pass what meets no list, such as what the router itself sends; this policy"
                    + " does not, because its default action is " + elsewhere.getLiteral() + ". With the default action allow"
                    + " it decides as IOS does.");
        }
        notes.count(cut.blankLines(), "blank line is", "blank lines are", "not kept.");
        notes.count(skipped, "line is", "lines are", "not about access lists, and skipped.");
        notes.count(cut.bannerLines(), "line", "lines", "of banners skipped.");
        notes.count(cut.prompts(), "line begins", "lines begin", "with a prompt, which is left out.");
        cut.comments().forEach(line -> notes.add(Severity.INFO, line.number(), "the comment is not kept; a remark would be"));
    }
}
