package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.IosTokens.Opaque;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Reads the addresses of an entry. */
final class IosAddressReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final IosTokens tokens;
    private final IosListKind kind;
    private final IosObjects objects;
    private boolean looseBits;

    IosAddressReader(IosTokens tokens, IosListKind kind, IosObjects objects) {
        this.tokens = tokens;
        this.kind = kind;
        this.objects = objects;
    }

    /** Whether an address had bits set that its wildcard mask or prefix makes meaningless. IOS clears them, and so does this. */
    boolean clearedBits() {
        return looseBits;
    }

    /** The terms of one side, none for {@code any}. */
    List<AddressTerm> read(String what) throws Stop, Opaque {
        List<AddressTerm> terms = new ArrayList<>();
        if (tokens.take("any")) {
            return terms;
        }
        if (tokens.take("host")) {
            String name = tokens.hasNext() ? tokens.quoted() : "";
            IpAddress address = address("the address of " + what + " host");
            if (address.isV4() != (kind != IosListKind.IPV6)) {
                throw tokens.stopBack("'" + name + "' is of the other IP version");
            }
            terms.add(prefix(new IpPrefix(address, address.version().addressBits())));
        } else if (kind != IosListKind.STANDARD && tokens.take("object-group")) {
            terms.add(group());
        } else if (kind == IosListKind.IPV6) {
            readPrefix(terms, what);
        } else {
            readWildcard(terms, what);
        }
        return terms;
    }

    private AddressUse group() throws Stop, Opaque {
        if (!tokens.hasNext()) {
            throw tokens.unexpected("the name of an object group", List.of());
        }
        String name = tokens.takeRaw();
        AddressObject object = objects.addresses().get(name);
        if (object == null || kind == IosListKind.IPV6) {
            throw new Opaque("the object group " + name + " is not in the text, or holds what is not known");
        }
        AddressUse use = MODEL.createAddressUse();
        use.setObject(object);
        return use;
    }

    private void readPrefix(List<AddressTerm> terms, String what) throws Stop {
        String word = tokens.peek();
        int slash = word.indexOf('/');
        IpAddress address = slash < 0 ? null : IpAddress.tryParse(word.substring(0, slash)).orElse(null);
        String length = word.substring(slash + 1);
        if (address == null || address.isV4() || !IosNumberWords.isNumber(length) || length.length() > 3
                || Integer.parseInt(length) > address.version().addressBits()) {
            throw tokens.unexpected(what + " (any, host ADDRESS, or PREFIX/LENGTH of IPv6)", List.of("any", "host"));
        }
        tokens.take();
        IpPrefix prefix = IpPrefix.containing(address, Integer.parseInt(length));
        looseBits |= !prefix.address().equals(address);
        if (prefix.length() > 0) {
            terms.add(prefix(prefix));
        }
    }

    private void readWildcard(List<AddressTerm> terms, String what) throws Stop {
        if (tokens.peek().indexOf('/') > 0) {
            throw tokens.stop("'" + tokens.quoted() + "' is no address as IOS writes it; write 192.0.2.0 0.0.0.255 for"
                    + " 192.0.2.0/24");
        }
        IpAddress address = v4(what + (kind == IosListKind.STANDARD ? " (any, ADDRESS, or ADDRESS WILDCARD)"
                : " (any, host ADDRESS, or ADDRESS WILDCARD)"));
        if (kind == IosListKind.STANDARD && IpAddress.tryParse(tokens.peek()).isEmpty()) {
            terms.add(term(address, 0));
            return;
        }
        IpAddress wildcard = v4("the wildcard mask of " + what);
        if (wildcard.low() != 0xffff_ffffL) {
            terms.add(term(address, (int) wildcard.low()));
        } else {
            looseBits |= address.low() != 0;
        }
    }

    private IpAddress v4(String what) throws Stop {
        IpAddress address = address(what);
        if (!address.isV4()) {
            throw tokens.stopBack("an IPv6 address; these lists are of IPv4 alone");
        }
        return address;
    }

    private IpAddress address(String what) throws Stop {
        IpAddress address = IpAddress.tryParse(tokens.peek()).orElse(null);
        if (address == null) {
            throw tokens.unexpected(what, List.of("any", "host"));
        }
        tokens.take();
        return address;
    }

    /** A prefix where the wildcard is one, so that the same set of addresses has one form. */
    private AddressTerm term(IpAddress address, int wildcard) {
        IpAddress base = IpAddress.v4((int) address.low() & ~wildcard);
        looseBits |= !base.equals(address);
        if ((wildcard & wildcard + 1) == 0) {
            return prefix(new IpPrefix(base, Integer.numberOfLeadingZeros(wildcard)));
        }
        AddressWildcard term = MODEL.createAddressWildcard();
        term.setAddress(base);
        term.setWildcard(IpAddress.v4(wildcard));
        return term;
    }

    private static AddressPrefix prefix(IpPrefix prefix) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(prefix);
        return term;
    }
}
