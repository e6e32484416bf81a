package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.analysis.internal.Heads.Depth;
import org.hopwarden.analysis.internal.WideSet.Wide;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceTerms;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;

/**
 * The space that one or more policies are looked at in: every value that any of them tells apart, and what their rules and
 * bindings are there.
 */
final class Universe {

    private static final int MARK_BYTES = 4;
    private static final int LEAST_V4_BYTES = 20;
    private static final int LEAST_V6_BYTES = 40;
    private static final int FRAGMENT_HEADER_BYTES = 8;

    private final Map<IpVersion, AddressShape> shapes = new EnumMap<>(IpVersion.class);
    private final Names interfaces;
    private final Names programs;
    private final Names users;
    private final ChanceKeys chances;
    private final Map<Plane, Layout> layouts = new EnumMap<>(Plane.class);
    private final Map<Plane, Map<Object, List<RawBox>>> raw = new EnumMap<>(Plane.class);
    private final Map<Plane, Map<Object, List<int[][]>>> boxes = new EnumMap<>(Plane.class);
    /** What packets cannot be, by plane. */
    private final Map<Plane, List<int[][]>> impossible = new EnumMap<>(Plane.class);

    /** The universe of all of these policies, which have no problems. Elements that are not in them must not be asked for. */
    static Universe of(List<Policy> policies) {
        return new Universe(policies, false);
    }

    /** As {@link #of}, with addresses byte by byte, whatever suits them. */
    static Universe ofBytes(List<Policy> policies) {
        return new Universe(policies, true);
    }

    private Universe(List<Policy> policies, boolean bytes) {
        List<AddressTerm> terms = new ArrayList<>();
        Set<String> interfacePatterns = new TreeSet<>();
        Set<String> paths = new TreeSet<>();
        Set<String> userNames = new TreeSet<>();
        boolean lengths = false;
        for (Policy policy : policies) {
            for (Chain chain : policy.getChains()) {
                for (Rule rule : chain.getRules()) {
                    terms.addAll(rule.getMatch().getSource());
                    terms.addAll(rule.getMatch().getDestination());
                    lengths |= rule.getMatch().getLength() != null;
                }
            }
            policy.eAllContents().forEachRemaining(element -> addName(element, interfacePatterns, paths, userNames));
        }
        for (IpVersion version : IpVersion.values()) {
            shapes.put(version, bytes ? AddressShape.bytes(version) : AddressShape.of(version, terms));
        }
        interfaces = new Names(interfacePatterns, "eth0");
        programs = new Names(paths, "/usr/bin/program");
        users = new Names(userNames, "user");
        chances = new ChanceKeys(policies);
        for (Plane plane : Plane.values()) {
            addPlane(plane, policies, lengths);
        }
    }

    private static void addName(EObject element, Set<String> interfaces, Set<String> paths, Set<String> users) {
        if (element instanceof InterfaceName name) {
            interfaces.add(name.getPattern());
        } else if (element instanceof Application application) {
            Stream.ofNullable(application.getPath()).forEach(paths::add);
            Stream.ofNullable(application.getUser()).forEach(users::add);
        }
    }

    private void addPlane(Plane plane, List<Policy> policies, boolean lengths) {
        Map<Object, List<RawBox>> all = new IdentityHashMap<>();
        raw.put(plane, all);
        boxes.put(plane, new IdentityHashMap<>());
        for (Policy policy : policies) {
            for (Chain chain : policy.getChains()) {
                all.put(chain, speaksOf(chain, plane));
                chain.getBindings().forEach(binding -> all.put(binding, meets(binding)));
                for (Rule rule : chain.getRules()) {
                    all.put(rule, rule(chain, rule, plane));
                }
            }
        }
        List<RawBox> none = impossible(plane, lengths);
        List<RawBox> cuts = new ArrayList<>(none);
        all.values().forEach(cuts::addAll);
        for (Direction direction : Direction.values()) {
            cuts.add(direction(direction));
        }
        policies.forEach(policy -> cuts.addAll(rates(policy)));
        if (policies.stream().anyMatch(Universe::resets)) {
            cuts.add(tcp(plane));
        }
        Layout layout = Layout.of(plane, cuts);
        layouts.put(plane, layout);
        impossible.put(plane, translated(layout, none));
    }

    /** Whether a rule rejects with a TCP reset, which TCP alone is answered with. */
    private static boolean resets(Policy policy) {
        return policy.getChains().stream().flatMap(chain -> chain.getRules().stream())
                .anyMatch(rule -> rule.getAction() instanceof Reject reject && reject.getType() == RejectType.TCP_RESET);
    }

    static RawBox tcp(Plane plane) {
        Heads heads = Heads.of(plane);
        return RawBox.ALL.with(heads.axis(), heads.where(head -> head.protocol() == IpProtocol.TCP));
    }

    private List<RawBox> rates(Policy policy) {
        return policy.getChains().stream().flatMap(chain -> chain.getRules().stream())
                .filter(rule -> rule.getAction() instanceof org.hopwarden.rulemodel.Limit)
                .map(rule -> beyond(((org.hopwarden.rulemodel.Limit) rule.getAction()).getRate())).toList();
    }

    /** Packets that come in leave by no interface, and those that go out came by none; lengths hold what the depth says. */
    private List<RawBox> impossible(Plane plane, boolean lengths) {
        List<RawBox> none = new ArrayList<>();
        if (interfaces.count() > 2) {
            WideSet some = WideSet.range(1, interfaces.count() - 1L);
            none.add(direction(Direction.IN).with(interfaceAxis(Field.OUT_INTERFACE), some));
            none.add(direction(Direction.OUT).with(interfaceAxis(Field.IN_INTERFACE), some));
        }
        if (lengths) {
            Axis length = Axis.of(Field.LENGTH);
            int least = plane.version() == IpVersion.V4 ? LEAST_V4_BYTES
                    : LEAST_V6_BYTES + (plane.isLater() ? FRAGMENT_HEADER_BYTES : 0);
            none.add(RawBox.ALL.with(length, WideSet.range(0, least - 1L)));
            if (plane.version() == IpVersion.V4) {
                none.add(RawBox.ALL.with(length, WideSet.range(0x10000, length.highest().low())));
            }
            Heads heads = Heads.of(plane);
            for (int bytes : new int[] { 1, 2, 4, 14 }) {
                none.add(RawBox.ALL.with(heads.axis(), heads.where(head -> heads.leastBytes(head) == bytes)).with(length,
                        WideSet.range(least, least + bytes - 1L)));
            }
        }
        return RawBox.merged(none);
    }

    static RawBox direction(Direction direction) {
        return RawBox.ALL.with(Axis.of(Field.DIRECTION), WideSet.of(direction.ordinal()));
    }

    private Axis interfaceAxis(Field field) {
        return new Axis(field, 0, Wide.of(interfaces.count() - 1L));
    }

    private List<RawBox> meets(Binding binding) {
        RawBox box = direction(Stream.of(Direction.values()).filter(one -> one.hook() == binding.getHook()).findFirst()
                .orElseThrow());
        return List.of(box.and(interfaces(Field.IN_INTERFACE, binding.getInInterface(), false))
                .and(interfaces(Field.OUT_INTERFACE, binding.getOutInterface(), false)));
    }

    private RawBox interfaces(Field field, List<InterfaceTerm> terms, boolean negated) {
        if (terms.isEmpty() && !negated) {
            return RawBox.ALL;
        }
        return RawBox.ALL.with(interfaceAxis(field), interfaces.where(name -> InterfaceTerms.hold(terms, name) != negated));
    }

    private List<RawBox> speaksOf(Chain chain, Plane plane) {
        return isAbout(chain.getIpVersion(), plane.version()) ? applications(chain.getApplications()) : List.of();
    }

    private List<RawBox> applications(List<Application> applications) {
        if (applications.isEmpty()) {
            return List.of(RawBox.ALL);
        }
        Axis program = new Axis(Field.PROGRAM, 0, Wide.of(programs.count() - 1L));
        Axis user = new Axis(Field.USER, 0, Wide.of(users.count() - 1L));
        List<RawBox> any = new ArrayList<>();
        for (Application application : applications) {
            if (application.getSigner() == null) {
                RawBox box = RawBox.ALL.with(program, programs.where(path -> !path.isEmpty() && (application.getPath() == null
                        || InterfaceTerms.matches(application.getPath(), path))));
                any.add(application.getUser() == null ? box : box.with(user, users.where(application.getUser()::equals)));
            }
        }
        return RawBox.merged(any);
    }

    private List<RawBox> rule(Chain chain, Rule rule, Plane plane) {
        Match match = rule.getMatch();
        if (!rule.isEnabled() || !isAbout(match.getIpVersion(), plane.version())
                || match.isFragments() && !plane.isLater()) {
            return List.of();
        }
        boolean allowsLater = rule.getAction() instanceof Allow && chain.getFragmentReading() == FragmentReading.ALLOWED;
        List<RawBox> found = RawBox.product(addresses(Field.SOURCE, match.getSource(), match.isSourceNegated(), plane),
                addresses(Field.DESTINATION, match.getDestination(), match.isDestinationNegated(), plane));
        found = RawBox.product(found, match.isServiceNegated() ? ServiceBoxes.negated(match.getService(), plane)
                : ServiceBoxes.of(match.getService(), allowsLater, plane));
        RawBox beside = interfaces(Field.IN_INTERFACE, match.getInInterface(), match.isInInterfaceNegated())
                .and(interfaces(Field.OUT_INTERFACE, match.getOutInterface(), match.isOutInterfaceNegated()))
                .and(numbers(Field.TTL, match.getTtl())).and(numbers(Field.DSCP, match.getDscp()))
                .and(numbers(Field.LENGTH, match.getLength())).and(states(match.getStates()));
        if (match.getSchedule() != null) {
            beside = beside.with(chances.axis(match.getSchedule()), WideSet.of(1));
        }
        if (match.getRate() != null) {
            beside = beside.with(chances.axis(match.getRate()), WideSet.of(match.getRate().isOver() ? 0 : 1));
        }
        found = RawBox.product(found, List.of(beside));
        found = match.getMark() == null ? found : RawBox.product(found, mark(match.getMark()));
        return RawBox.product(found, applications(match.getApplications()));
    }

    private List<RawBox> addresses(Field field, List<AddressTerm> terms, boolean negated, Plane plane) {
        Function<AddressName, RawBox> named = name -> RawBox.ALL.with(chances.axis(name), WideSet.of(1));
        List<RawBox> found = shapes.get(plane.version()).boxes(field, terms, named);
        return negated ? RawBox.complement(found) : found;
    }

    private static RawBox numbers(Field field, NumberSet numbers) {
        return numbers == null ? RawBox.ALL : RawBox.ALL.with(Axis.of(field),
                ServiceBoxes.union(numbers.ranges()).intersection(WideSet.range(Wide.of(0), field.highest())));
    }

    private static RawBox states(List<ConnectionState> states) {
        return states.isEmpty() ? RawBox.ALL : RawBox.ALL.with(Axis.of(Field.STATE),
                WideSet.union(states.stream().map(state -> WideSet.Span.of(state.ordinal(), state.ordinal())).toList()));
    }

    private static List<RawBox> mark(MarkTest test) {
        RawBox box = RawBox.ALL;
        for (int part = 0; part < MARK_BYTES; part++) {
            int shift = 8 * (MARK_BYTES - 1 - part);
            int mask = test.mask() >>> shift & 0xff;
            if (mask != 0) {
                box = box.with(new Axis(Field.MARK, part, Field.MARK.highest()),
                        AddressShape.masked(test.value() >>> shift & 0xff, ~mask & 0xff));
            }
        }
        return test.negated() ? RawBox.complement(List.of(box)) : List.of(box);
    }

    private static boolean isAbout(IpFamily family, IpVersion version) {
        return family == IpFamily.ANY || (family == IpFamily.V4) == (version == IpVersion.V4);
    }

    /** Packets that find no token of a limit. */
    RawBox beyond(RateLimit rate) {
        return RawBox.ALL.with(chances.axis(rate), WideSet.of(0));
    }

    Layout layout(Plane plane) {
        return layouts.get(plane);
    }

    List<int[][]> impossible(Plane plane) {
        return impossible.get(plane);
    }

    List<int[][]> whole(Plane plane) {
        return List.<int[][]>of(layouts.get(plane).whole());
    }

    List<int[][]> translated(Plane plane, List<RawBox> some) {
        return translated(layouts.get(plane), some);
    }

    private static List<int[][]> translated(Layout layout, List<RawBox> some) {
        List<int[][]> result = new ArrayList<>(some.size());
        for (RawBox box : some) {
            int[][] found = layout.translate(box);
            if (found != null) {
                result.add(found);
            }
        }
        return result;
    }

    /** The packets that a rule's conditions hold for, that a binding meets, or that a chain speaks of. */
    List<int[][]> boxes(Plane plane, EObject element) {
        return boxes.get(plane).computeIfAbsent(element, one -> translated(layouts.get(plane), raw.get(plane).get(one)));
    }

    Names interfaces() {
        return interfaces;
    }

    Names programs() {
        return programs;
    }

    Names users() {
        return users;
    }

    ChanceKeys chances() {
        return chances;
    }
}
