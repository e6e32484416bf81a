package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one rule of nftables, which may become several: one for each thing it does, and for each element of a map. */
final class NftRuleReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final NftValues values;
    private final NftMatchReader matches;
    private final Map<String, List<JsonNode>> maps;
    private final Map<String, JsonNode> limits;
    private final Function<String, Chain> chains;

    private List<NftPackets> alternatives = new ArrayList<>(List.of(new NftPackets()));
    private final List<Rule> rules = new ArrayList<>();
    private JsonNode counter;
    private boolean logged;
    private boolean decided;

    /**
     * @param maps the elements of the named verdict maps of the table
     * @param limits its named limits
     * @param chains finds its chains; null for one that is not there
     */
    NftRuleReader(NftValues values, NftMatchReader matches, Map<String, List<JsonNode>> maps, Map<String, JsonNode> limits,
            Function<String, Chain> chains) {
        this.values = values;
        this.matches = matches;
        this.maps = maps;
        this.limits = limits;
        this.chains = chains;
    }

    /**
     * The rules with the same meaning.
     *
     * @return none where no packet can match
     */
    List<Rule> read(JsonNode statements) throws NftUnknown {
        for (JsonNode statement : statements) {
            if (decided || !statement.isObject() || statement.size() != 1) {
                throw new NftUnknown("the statement " + statement);
            }
            add(statement.fieldNames().next(), statement.elements().next());
        }
        if (!decided && (counter != null || logged || rules.isEmpty())) {
            emit(logged ? MODEL.createLog() : MODEL.createCount());
        }
        return rules;
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
        if (!left.has("concat")) {
            for (NftPackets packets : alternatives) {
                matches.add(body, packets);
            }
            return;
        }
        if (!body.path("op").asText().equals("==")) {
            throw new NftUnknown("the comparison " + body.path("op").asText() + " of several fields at once");
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
            List<JsonNode> named = maps.get(data.asText().substring(1));
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
        RateLimit rate = rate(body.isTextual() ? limits.get(body.asText()) : body);
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
        Chain chain = chains.apply(target);
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
