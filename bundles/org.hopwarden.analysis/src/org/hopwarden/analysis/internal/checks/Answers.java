package org.hopwarden.analysis.internal.checks;

import java.util.List;
import java.util.Optional;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Decision.Allowed;
import org.hopwarden.analysis.RulePlace;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;

/** Whether ICMP messages about connections come to those whose connections a policy allows. */
final class Answers {

    private static final List<Integer> PROTOCOLS = List.of(IpProtocol.TCP, IpProtocol.UDP);

    private Answers() {
    }

    /**
     * A message that is refused.
     *
     * @param to the rule that allows connections to the message's destination
     */
    record Refused(RulePlace to, Witness message) {

        /** Where the message cannot come, as {@code by eth0 to 192.0.2.1, to which chain IN rule 1 (...)}. */
        String way(Decision decision) {
            String by = message.context().inInterface();
            return (by.isEmpty() ? "" : "by " + by + " ") + "to " + message.packet().destination() + ", to which "
                    + (decision.chain() == null && to.chain() != null ? "chain " + to.chain() + " " : "") + to;
        }
    }

    /**
     * A message that cannot come, from anywhere by the interface that connections come by, to an address to which a rule allows
     * TCP or UDP.
     *
     * @param message without addresses
     */
    static Optional<Refused> refused(Decision decision, Direction direction, Traffic message) {
        for (int protocol : PROTOCOLS) {
            Traffic connections = Traffic.of(message.version()).withProtocol(protocol).in(direction);
            for (Allowed allowed : decision.allowedByRules(connections)) {
                PacketView packet = allowed.packet().packet();
                PacketContext context = allowed.packet().context();
                Traffic there = message.in(direction).to(packet.destination()).by(context.inInterface(), context.outInterface());
                if (decision.allowed(there).isEmpty()) {
                    Optional<Witness> witness = decision.refused(there.from(router(packet.version())))
                            .or(() -> decision.refused(there));
                    if (witness.isPresent()) {
                        return Optional.of(new Refused(allowed.rule(), witness.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static IpAddress router(IpVersion version) {
        return IpAddress.parse(version == IpVersion.V4 ? "192.0.2.1" : "2001:db8::1");
    }
}
