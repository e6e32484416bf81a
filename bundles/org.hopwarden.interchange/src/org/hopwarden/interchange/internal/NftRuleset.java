package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.internal.NftJson.Item;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NftChain;
import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Makes a policy of the objects of a rule set. */
final class NftRuleset {

    static final String LANGUAGE = "nft";

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final Set<String> FAMILIES = Set.of("ip", "ip6", "inet");
    private static final Map<String, Hook> HOOKS = Map.of("input", Hook.IN, "output", Hook.OUT, "forward", Hook.FORWARD);

    private final List<Item> items;
    private final Policy policy = MODEL.createPolicy();
    private final List<ImportNote> notes = new ArrayList<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    /** What belongs to one table that is read. */
    private static final class Table {

        private final Map<String, Chain> chains = new LinkedHashMap<>();
        private final Map<String, List<JsonNode>> sets = new HashMap<>();
        private final Map<String, List<JsonNode>> maps = new HashMap<>();
        private final Map<String, AddressObject> objects = new HashMap<>();
        private final Map<String, JsonNode> limits = new HashMap<>();
        private final Map<String, Integer> limitUses = new HashMap<>();
    }

    private final Map<NftTime, Schedule> schedules = new HashMap<>();

    NftRuleset(List<Item> items) {
        this.items = items;
    }

    ImportResult read(ImportOptions options) throws ImportException {
        policy.setName(options.policyName());
        policy.setDefaultIn(Disposition.ALLOW);
        policy.setDefaultOut(Disposition.ALLOW);
        policy.setDefaultForward(Disposition.ALLOW);
        items.stream().filter(item -> item.kind().equals("table")).forEach(this::readTable);
        items.stream().filter(item -> item.kind().equals("chain")).forEach(this::readChain);
        items.forEach(this::readObject);
        items.stream().filter(item -> item.kind().equals("rule")).forEach(this::readRule);
        List<Chain> chains = new ArrayList<>(policy.getChains());
        chains.sort(Comparator.comparingInt(chain -> chain.getBindings().isEmpty() ? Integer.MAX_VALUE
                : ((NftChain) chain.getDialect()).getPriority()));
        for (int i = 0; i < chains.size(); i++) {
            policy.getChains().move(i, chains.get(i));
        }
        ElementIds.assignMissing(policy);
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw NftJson.problem(1, 1, "the rules have no meaning together: " + problems.get(0));
        }
        return new ImportResult(policy, notes);
    }

    private void note(Severity severity, Item item, String message) {
        notes.add(new ImportNote(severity, item.line(), message));
    }

    private static String place(Item item) {
        return item.kind() + " " + item.table() + " " + (item.kind().equals("rule") ? item.text("chain") + " handle "
                + item.text("handle") : item.text("name"));
    }

    /** Keeps an object as it stood. */
    private void keep(Item item) {
        OpaqueText opaque = MODEL.createOpaqueText();
        opaque.setLanguage(LANGUAGE);
        opaque.setLine(item.line());
        opaque.setText(item.whole().toString());
        policy.getOpaque().add(opaque);
    }

    private void readTable(Item item) {
        if (!FAMILIES.contains(item.text("family"))) {
            note(Severity.WARNING, item, place(item) + " is of a family that is not read; it is kept as it stood");
            keep(item);
        } else if (item.body().path("flags").toString().contains("dormant")) {
            note(Severity.WARNING, item, place(item) + " is dormant, so it has no effect; it is kept as it stood");
            keep(item);
        } else {
            tables.put(item.table(), new Table());
        }
    }

    private void readChain(Item item) {
        Table table = tables.get(item.table());
        String hook = item.text("hook");
        boolean base = !hook.isEmpty();
        if (table == null || base && (!item.text("type").equals("filter") || !HOOKS.containsKey(hook))) {
            keep(item);
            if (table != null) {
                note(Severity.WARNING, item, place(item) + ": a chain of type " + item.text("type") + " at the hook " + hook
                        + " is not read; what it does to packets is not seen here");
            }
            return;
        }
        String family = item.text("family");
        Chain chain = MODEL.createChain();
        chain.setName(free(item.text("name"), item.text("table") + "_" + item.text("name")));
        chain.setIpVersion(family.equals("ip") ? IpFamily.V4 : family.equals("ip6") ? IpFamily.V6 : IpFamily.ANY);
        chain.setFragmentReading(FragmentReading.UNMATCHED);
        chain.setEnd(!base ? ChainEnd.BACK : item.text("policy").equals("drop") ? ChainEnd.DENY : ChainEnd.ALLOW);
        NftChain dialect = MODEL.createNftChain();
        dialect.setFamily(family);
        dialect.setTable(item.text("table"));
        dialect.setPriority(item.body().path("prio").asInt());
        chain.setDialect(dialect);
        if (base) {
            Binding binding = MODEL.createBinding();
            binding.setHook(HOOKS.get(hook));
            chain.getBindings().add(binding);
        }
        table.chains.put(item.text("name"), chain);
        policy.getChains().add(chain);
    }

    private String free(String wanted, String longer) {
        String name = wanted.isBlank() ? "chain" : wanted;
        if (names.add(name)) {
            return name;
        }
        String other = longer;
        for (int n = 2; !names.add(other); n++) {
            other = longer + "_" + n;
        }
        return other;
    }

    private void readObject(Item item) {
        Table table = tables.get(item.table());
        switch (item.kind()) {
            case "table", "chain", "rule", "metainfo" -> {
                // read before or after
            }
            case "set" -> {
                if (table == null) {
                    keep(item);
                } else {
                    readSet(item, table);
                }
            }
            case "map" -> {
                if (table != null && item.text("map").equals("verdict")) {
                    List<JsonNode> pairs = new ArrayList<>();
                    item.body().path("elem").forEach(pairs::add);
                    table.maps.put(item.text("name"), pairs);
                } else {
                    keep(item);
                }
            }
            case "limit" -> {
                if (table == null) {
                    keep(item);
                } else {
                    table.limits.put(item.text("name"), item.body());
                }
            }
            default -> {
                keep(item);
                note(Severity.WARNING, item, place(item) + " is not read; it is kept as it stood");
            }
        }
    }

    private void readSet(Item item, Table table) {
        List<JsonNode> elements = new ArrayList<>();
        item.body().path("elem").forEach(elements::add);
        table.sets.put(item.text("name"), elements);
        String flags = item.body().path("flags").toString();
        String type = item.body().path("type").asText();
        if ((flags.contains("timeout") || flags.contains("dynamic")) && !elements.isEmpty()) {
            note(Severity.WARNING, item, place(item) + ": its elements come and go while it is in use; read as they are now");
        }
        if (type.equals("ipv4_addr") || type.equals("ipv6_addr")) {
            IpVersion version = type.equals("ipv4_addr") ? IpVersion.V4 : IpVersion.V6;
            try {
                AddressSpans spans = new NftValues(table.sets).addresses("==", reference(item.text("name")), version);
                AddressObject object = MODEL.createAddressObject();
                object.setName(freeObject(item));
                object.getTerms().addAll(NftPackets.terms(spans));
                policy.getAddressObjects().add(object);
                table.objects.put(item.text("name"), object);
            } catch (NftUnknown e) {
                note(Severity.WARNING, item, place(item) + ": " + e.getMessage() + " is not understood; rules that use the set are"
                        + " kept as they stood");
                keep(item);
            }
        }
    }

    private static JsonNode reference(String name) {
        return TextNode.valueOf("@" + name);
    }

    private String freeObject(Item item) {
        String name = item.text("name");
        for (int n = 1; isObject(name); n++) {
            name = item.text("table") + "_" + item.text("name") + (n == 1 ? "" : "_" + n);
        }
        return name;
    }

    private boolean isObject(String name) {
        return policy.getAddressObjects().stream().anyMatch(object -> object.getName().equals(name));
    }

    private void readRule(Item item) {
        Table table = tables.get(item.table());
        Chain chain = table == null ? null : table.chains.get(item.text("chain"));
        if (chain == null) {
            keep(item);
            return;
        }
        List<Rule> rules;
        NftValues values = new NftValues(table.sets);
        try {
            References references = new References(table, chain);
            rules = new NftRuleReader(values, new NftMatchReader(values, table.objects), references)
                    .read(item.body().path("expr"));
            references.keep();
            references.tell(item);
            if (rules.isEmpty()) {
                rules = List.of(opaque(item));
                note(Severity.WARNING, item, place(item) + ": no packet can match it; it is kept as it stood, not enabled");
            }
        } catch (NftUnknown | IllegalArgumentException e) {
            rules = List.of(opaque(item));
            note(Severity.WARNING, item, place(item) + ": " + e.getMessage()
                    + " is not understood; the rule is kept as it stood, not enabled, so it has no effect here");
        }
        if (!item.text("comment").isEmpty()) {
            rules.get(0).getRemarks().add(item.text("comment"));
        }
        chain.getRules().addAll(rules);
        tellDifferences(item, table);
    }

    /** What rules of a chain refer to; what they need is kept once all of them are understood. */
    private final class References implements NftRuleReader.Places {

        private final Table table;
        private final Chain from;
        private final List<Chain> made = new ArrayList<>();
        private final Map<NftTime, Schedule> times = new LinkedHashMap<>();

        References(Table table, Chain from) {
            this.table = table;
            this.from = from;
        }

        @Override
        public List<JsonNode> map(String name) {
            return table.maps.get(name);
        }

        @Override
        public JsonNode limit(String name) {
            return table.limits.get(name);
        }

        @Override
        public Chain chain(String name) {
            return table.chains.get(name);
        }

        @Override
        public Chain newChain() {
            Chain chain = MODEL.createChain();
            chain.setIpVersion(from.getIpVersion());
            chain.setFragmentReading(FragmentReading.UNMATCHED);
            chain.setEnd(ChainEnd.BACK);
            chain.setDialect(EcoreUtil.copy(from.getDialect()));
            made.add(chain);
            return chain;
        }

        @Override
        public Schedule schedule(NftTime time) {
            return schedules.containsKey(time) ? schedules.get(time)
                    : times.computeIfAbsent(time, one -> one.toSchedule("time" + (schedules.size() + times.size() + 1)));
        }

        private void keep() {
            for (Chain chain : made) {
                chain.setName(free(from.getName() + "_inner", from.getName() + "_inner"));
                policy.getChains().add(chain);
            }
            schedules.putAll(times);
            policy.getSchedules().addAll(times.values());
        }

        private void tell(Item item) {
            if (times.keySet().stream().anyMatch(NftTime::isWeekly)) {
                note(Severity.INFO, item, place(item) + ": the days of nftables are those of the kernel's clock, mostly UTC, and"
                        + " its hours are listed in local time; both are read as local time");
            }
        }
    }

    private void tellDifferences(Item item, Table table) {
        String text = item.body().path("expr").toString();
        if (text.contains("\"nexthdr\"")) {
            note(Severity.INFO, item, place(item) + ": nexthdr is the first header of IPv6 for Linux, and read as the protocol"
                    + " behind all extension headers");
        }
        for (JsonNode statement : item.body().path("expr")) {
            if (statement.path("limit").isTextual()
                    && table.limitUses.merge(statement.get("limit").asText(), 1, Integer::sum) == 2) {
                note(Severity.WARNING, item, place(item) + ": the limit " + statement.get("limit").asText()
                        + " is shared by several rules; here each has one of its own");
            }
        }
    }

    private static Rule opaque(Item item) {
        OpaqueText opaque = MODEL.createOpaqueText();
        opaque.setLanguage(LANGUAGE);
        opaque.setLine(item.line());
        opaque.setText(item.whole().toString());
        Rule rule = MODEL.createRule();
        rule.setEnabled(false);
        rule.setMatch(MODEL.createMatch());
        rule.setAction(MODEL.createCount());
        rule.setOpaque(opaque);
        return rule;
    }
}
