package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceUse;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.rulemodel.ServiceUse;
import org.hopwarden.interchange.entry.RuleParser.NoRule;

/** Reads address, service and interface terms, and names of applications, in the manner of {@link org.hopwarden.rulemodel.RuleText}, objects of a policy included. */
public final class TermParser {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private TermParser() {
    }

    /** Reads address terms with commas between them, as an object has them; {@code any} is none. */
    public static List<AddressTerm> addresses(String text, Policy policy) throws NoRule {
        List<AddressTerm> terms = new ArrayList<>();
        String inner = unbraced(text);
        if (inner.equals("any")) {
            return terms;
        }
        for (String part : inner.split(",", -1)) {
            terms.add(address(part.strip(), policy));
        }
        return terms;
    }

    /** Reads service terms with commas between them. */
    public static List<ServiceTerm> services(String text, Policy policy) throws NoRule {
        List<ServiceTerm> terms = new ArrayList<>();
        // A test of TCP flags, such as SYN,ACK=SYN, has commas of its own.
        for (String part : unbraced(text).split(",(?![A-Z]+[,=])", -1)) {
            terms.add(service(part.strip(), policy));
        }
        return terms;
    }

    /** Reads interface terms with commas between them: names, with {@code *} at the end for all that begin so, and objects. */
    public static List<InterfaceTerm> interfaces(String text, Policy policy) throws NoRule {
        List<InterfaceTerm> terms = new ArrayList<>();
        for (String part : unbraced(text).split(",", -1)) {
            String word = part.strip();
            if (word.isEmpty() || word.matches(".*\\s.*")) {
                throw new NoRule("'" + word + "' is no interface, such as eth0, ppp* or @inside.");
            }
            if (word.startsWith("@")) {
                InterfaceUse use = MODEL.createInterfaceUse();
                use.setObject(object(word, "interface", policy.getInterfaceObjects(), InterfaceObject::getName));
                terms.add(use);
            } else {
                InterfaceName name = MODEL.createInterfaceName();
                name.setPattern(word);
                terms.add(name);
            }
        }
        return terms;
    }

    /** Reads names of applications with commas between them, {@code @} in front or not; none for an empty text. */
    public static List<Application> applications(String text, Policy policy) throws NoRule {
        List<Application> found = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : unbraced(text).split(",", -1)) {
            found.add(object("@" + part.strip().replaceFirst("^@", ""), "application", policy.getApplications(), Application::getName));
        }
        return found;
    }

    private static String unbraced(String text) {
        String inner = text.strip();
        return inner.startsWith("{") && inner.endsWith("}") ? inner.substring(1, inner.length() - 1).strip() : inner;
    }

    private static AddressTerm address(String text, Policy policy) throws NoRule {
        if (text.isEmpty()) {
            throw new NoRule("An address is missing between commas or braces.");
        }
        if (text.startsWith("@")) {
            AddressUse use = MODEL.createAddressUse();
            use.setObject(object(text, "address", policy.getAddressObjects(), AddressObject::getName));
            return use;
        }
        String[] words = text.split("\\s+");
        if (words.length == 2 && words[0].equals("host")) {
            IpAddress host = ip(words[1]);
            return prefix(IpPrefix.containing(host, host.version().addressBits()));
        }
        if (words.length == 2 && words[0].equals("name")) {
            AddressName name = MODEL.createAddressName();
            name.setName(words[1]);
            return name;
        }
        if (words.length == 2) {
            return wildcard(ip(words[0]), ip(words[1]));
        }
        if (words.length == 1 && text.contains("/")) {
            try {
                return prefix(IpPrefix.parse(text));
            } catch (IllegalArgumentException e) {
                throw new NoRule("'" + text + "' is no prefix, such as 192.0.2.0/24 or 2001:db8::/32: " + e.getMessage() + ".");
            }
        }
        if (words.length == 1 && text.contains("-")) {
            String[] ends = text.split("-", 2);
            AddressRange range = MODEL.createAddressRange();
            range.setFirst(ip(ends[0].strip()));
            range.setLast(ip(ends[1].strip()));
            if (range.getFirst().version() != range.getLast().version() || range.getFirst().compareTo(range.getLast()) > 0) {
                throw new NoRule("The range " + text + " is none: both ends are of one version, the lower first.");
            }
            return range;
        }
        if (words.length == 1) {
            IpAddress host = ip(text);
            return prefix(IpPrefix.containing(host, host.version().addressBits()));
        }
        throw new NoRule("'" + text + "' is no address: host 192.0.2.1, 192.0.2.0 0.0.0.255, 2001:db8::/32, 192.0.2.1-192.0.2.9 or"
                + " @name.");
    }

    private static AddressPrefix prefix(IpPrefix value) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(value);
        return term;
    }

    private static AddressTerm wildcard(IpAddress address, IpAddress wildcard) throws NoRule {
        if (address.version() != wildcard.version()) {
            throw new NoRule("The address " + address + " and the wildcard " + wildcard + " are of different IP versions.");
        }
        if ((address.high() & wildcard.high()) != 0 || (address.low() & wildcard.low()) != 0) {
            throw new NoRule("The address " + address + " has bits set that the wildcard " + wildcard + " leaves no room for.");
        }
        // A mask without gaps is a prefix, as importers read it.
        int bits = address.version().addressBits();
        for (int length = 0; length <= bits; length++) {
            if (bits == 32 && wildcard.low() == (length == 32 ? 0 : 0xffff_ffffL >>> length)) {
                return prefix(IpPrefix.containing(address, length));
            }
        }
        AddressWildcard term = MODEL.createAddressWildcard();
        term.setAddress(address);
        term.setWildcard(wildcard);
        return term;
    }

    private static IpAddress ip(String text) throws NoRule {
        return IpAddress.tryParse(text).orElseThrow(() -> new NoRule("'" + text + "' is no IP address."));
    }

    private static ServiceTerm service(String text, Policy policy) throws NoRule {
        if (text.isEmpty()) {
            throw new NoRule("A service is missing between commas or braces.");
        }
        if (text.startsWith("@")) {
            ServiceUse use = MODEL.createServiceUse();
            use.setObject(object(text, "service", policy.getServiceObjects(), ServiceObject::getName));
            return use;
        }
        return ServiceReader.whole(text);
    }

    static <T extends NamedElement> T object(String text, String kind, List<T> all, Function<T, String> name) throws NoRule {
        if (!text.startsWith("@")) {
            throw new NoRule("'" + text + "' names no " + kind + ", which is written @NAME.");
        }
        String wanted = text.substring(1);
        return all.stream().filter(each -> Objects.equals(name.apply(each), wanted)).findFirst()
                .orElseThrow(() -> new NoRule("There is no " + kind + (kind.equals("application") || kind.equals("schedule") ? " " : " object ") + text + (all.isEmpty() ? "; the policy has none."
                        : "; there are " + all.stream().map(each -> "@" + name.apply(each)).collect(Collectors.joining(", ")) + ".")));
    }
}
