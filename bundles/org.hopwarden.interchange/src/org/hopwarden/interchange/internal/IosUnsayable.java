package org.hopwarden.interchange.internal;

/** Something that IOS cannot say so that it means the same. The message says what, to stand behind the place of a rule. */
final class IosUnsayable extends Exception {

    private static final long serialVersionUID = 1L;

    IosUnsayable(String message) {
        super(message, null, false, false);
    }
}
