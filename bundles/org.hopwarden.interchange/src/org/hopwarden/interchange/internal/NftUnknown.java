package org.hopwarden.interchange.internal;

/** Something in a rule of nftables that the rule model cannot say, or that is not understood. */
final class NftUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    NftUnknown(String message) {
        super(message);
    }
}
