package org.hopwarden.net;

/** The two versions of the Internet Protocol. */
public enum IpVersion {
    V4(4, 32), V6(6, 128);

    private final int number;
    private final int addressBits;

    IpVersion(int number, int addressBits) {
        this.number = number;
        this.addressBits = addressBits;
    }

    /** The number in the first four bits of a header: 4 or 6. */
    public int number() {
        return number;
    }

    /** The length of an address in bits: 32 or 128. */
    public int addressBits() {
        return addressBits;
    }

    /** The length of an address in bytes: 4 or 16. */
    public int addressBytes() {
        return addressBits / 8;
    }
}
