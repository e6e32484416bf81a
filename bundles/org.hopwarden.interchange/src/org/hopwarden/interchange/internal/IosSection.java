package org.hopwarden.interchange.internal;

import java.util.List;

/**
 * A command of a configuration with the commands of the mode that it opens.
 *
 * @param header the line that opens it
 * @param body the lines inside, without blank lines and comments
 */
record IosSection(Kind kind, IosLine header, List<IosLine> body) {

    /** What a section is about. */
    enum Kind {
        /** One line of a numbered access list. */
        NUMBERED,
        /** {@code ip access-list} or {@code ipv6 access-list}. */
        LIST,
        INTERFACE,
        TIME_RANGE,
        OBJECT_GROUP,
        /** A console or terminal line. */
        TERMINAL,
        /** Nothing that this importer looks at. */
        OTHER
    }
}
