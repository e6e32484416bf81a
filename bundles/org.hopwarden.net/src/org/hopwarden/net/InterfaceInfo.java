package org.hopwarden.net;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a router says of one of its interfaces in an ICMP error (RFC 5837).
 *
 * @param role which interface it speaks of
 * @param index the router's own number of it, -1 where it does not say
 * @param address of the interface, or of the next hop where that is the role
 * @param name such as {@code eth0}, up to 63 bytes of UTF-8 that an unknown host chose; empty where it does not say
 * @param mtuBytes -1 where it does not say
 */
public record InterfaceInfo(Role role, long index, Optional<IpAddress> address, String name, long mtuBytes) {

    /** Which of the interfaces that the packet met is meant. */
    public enum Role {
        INCOMING("incoming"), SUB_IP("sub-ip"), OUTGOING("outgoing"), NEXT_HOP("next-hop");

        private final String id;

        Role(String id) {
            this.id = id;
        }

        /** The name in JSON. */
        public String id() {
            return id;
        }

        /** The role of this {@link #id}. */
        public static Role ofId(String id) {
            for (Role role : values()) {
                if (role.id.equals(id)) {
                    return role;
                }
            }
            throw new IllegalArgumentException("unknown role of an interface '" + id + "'");
        }
    }

    public InterfaceInfo {
        requireNonNull(role, "role");
        requireNonNull(address, "address");
        requireNonNull(name, "name");
    }

    /** Such as {@code incoming eth0 10.0.0.1 index 3 MTU 1500}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(role.id);
        if (!name.isEmpty()) {
            text.append(' ').append(name);
        }
        address.ifPresent(found -> text.append(' ').append(found));
        if (index >= 0) {
            text.append(" index ").append(index);
        }
        if (mtuBytes >= 0) {
            text.append(" MTU ").append(mtuBytes);
        }
        return text.toString();
    }
}
