package org.hopwarden.enforce.internal;

import java.util.HashMap;
import java.util.Map;

import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.NetworkInterfaces.Interface;
import org.hopwarden.packetio.PacketPortException;

/** The names of interfaces by their index, without allocating for those that are known. Used by one thread. */
final class InterfaceNames {

    /** Interfaces are renamed seldom, and not while packets go through them. */
    private static final long VALID_NANOS = 5_000_000_000L;
    private static final int LARGEST_KEPT = 1 << 16;

    private String[] names = {};
    private long readAtNanos;

    /** Empty for index 0, and for an interface that is gone; null where names cannot be had. */
    String of(int index) {
        if (index <= 0) {
            return "";
        }
        if ((index >= names.length || names[index] == null) && !read(index)) {
            return null;
        }
        return index < names.length && names[index] != null ? names[index] : "";
    }

    /** Reads the names again at the next question, if they were not read lately. */
    void refresh() {
        if (System.nanoTime() - readAtNanos > VALID_NANOS) {
            names = new String[0];
        }
    }

    private boolean read(int index) {
        Map<Integer, String> found = new HashMap<>();
        try {
            for (Interface each : NetworkInterfaces.list()) {
                found.put(each.index(), each.name());
            }
        } catch (PacketPortException e) {
            // The next packet asks again.
            return false;
        }
        found.putIfAbsent(index, "");
        int most = found.keySet().stream().mapToInt(Integer::intValue).filter(each -> each < LARGEST_KEPT).max().orElse(0);
        String[] read = new String[most + 1];
        found.forEach((key, name) -> {
            if (key < read.length) {
                read[key] = name;
            }
        });
        names = read;
        readAtNanos = System.nanoTime();
        return true;
    }
}
