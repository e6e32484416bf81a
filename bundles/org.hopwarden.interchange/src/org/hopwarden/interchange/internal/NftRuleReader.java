package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one rule of nftables, which may become several: one for each thing it does, and for each element of a map. */
final class NftRuleReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final List<String> VERDICTS = List.of("accept", "drop", "return", "jump", "goto", "reject");

    private final Places places;
    private final NftValues values;
    private final NftMatchReader matches;

    private List<NftPackets> alternatives = new ArrayList<>(List.of(new NftPackets()));
    private final List<Rule> rules = new ArrayList<>();
    private JsonNode counter;
    private boolean logged;
    private boolean decided;

    /** What rules refer to. */
    interface Places {

        /** The elements of a named verdict map of the table; null where it is not there. */
        List<JsonNode> map(String name);

        /** A named limit of the table; null where it is not there. */
        JsonNode limit(String name);

        /** A chain of the table; null where it is not there. */
        Chain chain(String name);

        /** Makes a chain that rules of this one call. */
        Chain newChain();

        /** The schedule that holds at a time. */
        Schedule schedule(NftTime time);
    }

    NftRuleReader(NftValues values, NftMatchReader matches, Places places) {
        this.values = values;
        this.matches = matches;
        this.places = places;
    }

    /**
     * The rules with the same meaning.
     *
     * @return none where no packet can match
     */
    List<Rule> read(JsonNode statements) throws NftUnknown {
        List<JsonNode> all = new ArrayList<>();
        statements.forEach(all::add);
        return read(all);
    }

    private List<Rule> read(List<JsonNode> statements) throws NftUnknown {
        for (int i = 0; i < statements.size(); i++) {
            JsonNode statement = statements.get(i);
            if (decided || !statement.isObject() || statement.size() != 1) {
                throw new NftUnknown("the statement " + statement);
            }
            String kind = statement.fieldNames().next();
            JsonNode body = statement.elements().next();
            List<JsonNode> rest = statements.subList(i + 1, statements.size());
            if (kind.equals("match") && body.path("left").has("concat") && body.path("op").asText().equals("!=")) {
                unlike(body, rest);
                return rules;
            }
            add(kind, body);
            if ((kind.equals("limit") || kind.equals("set")) && (alternatives.size() > 1 || !isOneThing(rest))) {
                behindRate(rest);
                return rules;
            }
        }
        if (!decided && (counter != null || logged || rules.isEmpty())) {
            emit(logged ? MODEL.createLog() : MODEL.createCount());
        }
        return rules;
    }

    /** Whether statements become one rule. */
    private static boolean isOneThing(List<JsonNode> statements) {
        int counters = 0;
        int logs = 0;
        for (int i = 0; i < statements.size(); i++) {
            JsonNode statement = statements.get(i);
            boolean last = i == statements.size() - 1;
            counters += statement.has("counter") ? 1 : 0;
            logs += statement.has("log") ? 1 : 0;
            boolean words = statement.has("log") && !isEmpty(statement.get("log"));
            boolean more = !statement.has("counter") && !statement.has("log") && !VERDICTS.stream().anyMatch(statement::has);
            if (more || words && statements.size() > 1 || VERDICTS.stream().anyMatch(statement::has) && !last) {
                return false;
            }
        }
        return counters < 2 && logs < 2;
    }

    /** Several things that depend on one rate stand in a chain of their own, so that it has one bucket. */
    private void behindRate(List<JsonNode> rest) throws NftUnknown {
        boolean leaves = rest.stream().anyMatch(NftRuleReader::leaves);
        boolean tail = leaves && rest.subList(0, rest.size() - 1).stream().allMatch(one -> one.has("counter") || one.has("log"));
        if (leaves && (!tail || alternatives.size() > 1)) {
            throw new NftUnknown("a rate with conditions behind which the chain is left");
        }
        Call call = call(reader(new NftPackets()).read(rest), tail);
        if (alternatives.size() > 1) {
            RateLimit rate = alternatives.get(0).rate();
            NftPackets limited = new NftPackets();
            limited.rate(rate);
            NftRuleReader once = reader(limited);
            once.emit(call);
            alternatives.forEach(NftPackets::takeRate);
            NftRuleReader any = reader(new NftPackets());
            any.alternatives = alternatives;
            any.emit(call(once.rules, true));
            alternatives = new ArrayList<>(List.of(new NftPackets()));
            call = call(any.rules, false);
        }
        emit(call);
    }

    /** What is done with packets that are unlike every element stands in a chain that the others leave at once. */
    private void unlike(JsonNode body, List<JsonNode> rest) throws NftUnknown {
        needNoPending();
        if (rest.stream().anyMatch(NftRuleReader::leaves)) {
            throw new NftUnknown("the comparison != of several fields at once, behind which the chain is left");
        }
        List<Rule> inside = new ArrayList<>();
        for (JsonNode element : values.elements(body.path("right"))) {
            NftPackets packets = new NftPackets();
            addElement(body.path("left"), element, packets);
            NftRuleReader alike = reader(packets);
            alike.emit(MODEL.createReturn());
            inside.addAll(alike.rules);
        }
        NftPackets others = new NftPackets();
        for (JsonNode field : body.path("left").path("concat")) {
            matches.addPresence(field, others);
        }
        inside.addAll(reader(others).read(rest));
        emit(call(inside, false));
    }

    private static boolean leaves(JsonNode statement) {
        return statement.has("return") || statement.has("goto") || statement.has("vmap")
                && (statement.toString().contains("\"return\"") || statement.toString().contains("\"goto\""))
                || statement.path("vmap").path("data").isTextual();
    }

    private NftRuleReader reader(NftPackets packets) {
        NftRuleReader reader = new NftRuleReader(values, matches, places);
        reader.alternatives = new ArrayList<>(List.of(packets));
        return reader;
    }

    /** A call of a new chain with these rules. */
    private Call call(List<Rule> inside, boolean tail) {
        Chain chain = places.newChain();
        chain.getRules().addAll(inside);
        Call call = MODEL.createCall();
        call.setChain(chain);
        call.setTail(tail);
        return call;
    }

    private void add(String kind, JsonNode body) throws NftUnknown {
        switch (kind) {
            case "match" -> match(body);
            case "vmap" -> vmap(body);
            case "counter" -> counter(body);
            case "limit" -> limit(body);
            case "set" -> meter(body);
            case "log" -> log(body);
            default -> {
                emit(verdict(kind, body));
                decided = true;
            }
        }
    }

    /** A counter, and a log without words, belong to the verdict behind them; in front of anything else they stand alone. */
    private void needNoPending() throws NftUnknown {
        if (counter != null || logged) {
            emit(logged ? MODEL.createLog() : MODEL.createCount());
        }
    }

    private void match(JsonNode body) throws NftUnknown {
        needNoPending();
        if (alternatives.stream().anyMatch(NftPackets::hasRate)) {
            throw new NftUnknown("a condition behind a rate");
        }
        JsonNode left = body.path("left");
        boolean exactFlags = left.path("payload").path("field").asText().equals("flags")
                && body.path("op").asText().equals("==") && values.elements(body.path("right")).size() > 1;
        if (!left.has("concat") && !exactFlags) {
            for (NftPackets packets : alternatives) {
                matches.add(body, packets);
            }
            return;
        }
        if (!body.path("op").asText().equals("==")) {
            throw new NftUnknown("the comparison " + body.path("op").asText() + " with several values at once");
        }
        List<NftPackets> found = new ArrayList<>();
        for (JsonNode element : values.elements(body.path("right"))) {
            for (NftPackets packets : alternatives) {
                NftPackets copy = packets.copy();
                addElement(left, element, copy);
                found.add(copy);
            }
        }
        alternatives = found;
    }

    /** Adds that the fields of a key are those of an element. */
    private void addElement(JsonNode key, JsonNode element, NftPackets packets) throws NftUnknown {
        if (!key.has("concat")) {
            matches.add(key, "==", element, packets);
            return;
        }
        JsonNode fields = key.get("concat");
        JsonNode parts = element.path("concat");
        if (fields.size() != parts.size()) {
            throw new NftUnknown("the element " + element);
        }
        for (int i = 0; i < fields.size(); i++) {
            matches.add(fields.get(i), "==", parts.get(i), packets);
        }
    }

    private void vmap(JsonNode body) throws NftUnknown {
        needNoPending();
        JsonNode data = body.path("data");
        List<JsonNode> pairs = new ArrayList<>();
        if (data.isTextual() && data.asText().startsWith("@")) {
            List<JsonNode> named = places.map(data.asText().substring(1));
            if (named == null) {
                throw new NftUnknown("the map " + data.asText() + " is not there");
            }
            pairs.addAll(named);
        } else {
            data.path("set").forEach(pairs::add);
        }
        List<NftPackets> before = alternatives;
        if (before.stream().anyMatch(NftPackets::hasRate)) {
            throw new NftUnknown("a map of verdicts behind a rate");
        }
        for (JsonNode pair : pairs) {
            if (pair.size() != 2 || !pair.get(1).isObject() || pair.get(1).size() != 1) {
                throw new NftUnknown("the pair " + pair);
            }
            String kind = pair.get(1).fieldNames().next();
            if (kind.equals("continue")) {
                continue;
            }
            alternatives = new ArrayList<>();
            for (NftPackets packets : before) {
                NftPackets copy = packets.copy();
                addElement(body.path("key"), NftValues.bare(pair.get(0)), copy);
                alternatives.add(copy);
            }
            counter = pair.get(0).path("elem").get("counter");
            emit(verdict(kind, pair.get(1).elements().next()));
        }
        decided = true;
    }

    private void counter(JsonNode body) throws NftUnknown {
        if (counter != null) {
            needNoPending();
        }
        counter = body.isObject() ? body : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    private void limit(JsonNode body) throws NftUnknown {
        needNoPending();
        RateLimit rate = rate(body.isTextual() ? places.limit(body.asText()) : body);
        for (NftPackets packets : alternatives) {
            packets.rate(rate);
        }
    }

    private static RateLimit rate(JsonNode body) throws NftUnknown {
        if (body == null || !body.path("rate").canConvertToInt() || body.path("rate").asInt() < 1
                || !body.path("rate_unit").asText("packets").equals("packets")
                || !body.path("burst_unit").asText("packets").equals("packets")) {
            throw new NftUnknown("the rate " + body);
        }
        RateUnit unit = RateUnit.get(body.path("per").asText());
        if (unit == null) {
            throw new NftUnknown("the rate " + body);
        }
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(body.get("rate").asInt());
        rate.setUnit(unit);
        int burst = body.path("burst").asInt(5);
        rate.setBurst(burst < 1 ? 5 : burst);
        rate.setOver(body.path("inv").asBoolean());
        return rate;
    }

    /** A set that packets fill, with a limit for each address. */
    private void meter(JsonNode body) throws NftUnknown {
        needNoPending();
        JsonNode statements = body.path("stmt");
        JsonNode payload = NftValues.bare(body.path("elem")).path("payload");
        String field = payload.path("field").asText();
        String header = payload.path("protocol").asText();
        if (statements.size() != 1 || !statements.get(0).has("limit") || !field.equals("saddr") && !field.equals("daddr")
                || !header.equals("ip") && !header.equals("ip6")) {
            throw new NftUnknown("the statement that changes the set " + body.path("set").asText());
        }
        RateLimit rate = rate(statements.get(0).get("limit"));
        rate.setPer(field.equals("saddr") ? RateKey.SOURCE : RateKey.DESTINATION);
        for (NftPackets packets : alternatives) {
            packets.version(header.equals("ip") ? IpVersion.V4 : IpVersion.V6);
            packets.rate(rate);
        }
    }

    private void log(JsonNode body) throws NftUnknown {
        if (logged || !isEmpty(body)) {
            needNoPending();
        }
        for (java.util.Iterator<String> names = body.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!List.of("prefix", "level", "group").contains(name)) {
                throw new NftUnknown("a log with " + name);
            }
        }
        if (isEmpty(body)) {
            logged = true;
            return;
        }
        Log log = MODEL.createLog();
        log.setPrefix(body.has("prefix") ? body.get("prefix").asText() : null);
        log.setLevel(body.has("level") ? body.get("level").asText() : null);
        log.setGroup(body.has("group") ? Integer.valueOf(NftValues.number(body.get("group"), NftWords.NONE, 0xffff)) : null);
        emit(log);
    }

    private static boolean isEmpty(JsonNode body) {
        return body.isNull() || body.isEmpty();
    }

    private Action verdict(String kind, JsonNode body) throws NftUnknown {
        return switch (kind) {
            case "accept" -> MODEL.createAllow();
            case "drop" -> MODEL.createDeny();
            case "return" -> MODEL.createReturn();
            case "jump", "goto" -> call(body.path("target").asText(), kind.equals("goto"));
            case "reject" -> reject(body);
            default -> throw new NftUnknown("the statement " + kind);
        };
    }

    private Call call(String target, boolean tail) throws NftUnknown {
        Chain chain = places.chain(target);
        if (chain == null) {
            throw new NftUnknown("the chain " + target + " is not there");
        }
        Call call = MODEL.createCall();
        call.setChain(chain);
        call.setTail(tail);
        return call;
    }

    private Action reject(JsonNode body) throws NftUnknown {
        Reject reject = MODEL.createReject();
        String type = body.path("type").asText("");
        String code = body.path("expr").asText("port-unreachable");
        switch (type) {
            case "tcp reset" -> alternatives.forEach(packets -> packets.protocol(IpProtocol.TCP));
            case "icmp" -> alternatives.forEach(packets -> packets.version(IpVersion.V4));
            case "icmpv6" -> alternatives.forEach(packets -> packets.version(IpVersion.V6));
            case "icmpx", "" -> {
                // of both versions
            }
            default -> throw new NftUnknown("the reject with " + type);
        }
        reject.setType(type.equals("tcp reset") ? RejectType.TCP_RESET : switch (code) {
            case "port-unreachable" -> RejectType.PORT_UNREACHABLE;
            case "net-unreachable", "no-route" -> RejectType.NET_UNREACHABLE;
            case "host-unreachable", "addr-unreachable" -> RejectType.HOST_UNREACHABLE;
            case "prot-unreachable" -> RejectType.PROTOCOL_UNREACHABLE;
            case "net-prohibited" -> RejectType.NET_PROHIBITED;
            case "host-prohibited" -> RejectType.HOST_PROHIBITED;
            case "admin-prohibited" -> RejectType.ADMIN_PROHIBITED;
            default -> throw new NftUnknown("the reject with " + code);
        });
        return reject;
    }

    /** Adds a rule for each alternative. A rate has one bucket, so it can stand in one rule alone. */
    private void emit(Action action) throws NftUnknown {
        boolean limited = alternatives.stream().anyMatch(NftPackets::hasRate);
        if (limited && (alternatives.size() > 1 || rules.stream().anyMatch(rule -> rule.getMatch().getRate() != null))) {
            throw new NftUnknown("a rate that several things depend on");
        }
        for (NftPackets packets : alternatives) {
            if (packets.isNever()) {
                continue;
            }
            Rule rule = MODEL.createRule();
            rule.setMatch(packets.toMatch());
            if (packets.isNever()) {
                continue;
            }
            rule.getMatch().setSchedule(packets.time() == null ? null : places.schedule(packets.time()));
            rule.setAction(alternatives.size() == 1 ? action : org.eclipse.emf.ecore.util.EcoreUtil.copy(action));
            rule.setLog(logged && !(action instanceof Log) ? LogMode.LOG : LogMode.NONE);
            if (counter != null && counter.path("packets").canConvertToLong()) {
                rule.setPackets(counter.get("packets").asLong());
                rule.setBytes(counter.path("bytes").asLong());
            }
            rules.add(rule);
        }
        counter = null;
        logged = false;
    }
}
