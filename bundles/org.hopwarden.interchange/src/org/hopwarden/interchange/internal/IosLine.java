package org.hopwarden.interchange.internal;

/**
 * One line of a configuration, without what a terminal put in front of it.
 *
 * @param number counted from 1
 * @param offset how many characters in front of the text were left out
 */
record IosLine(int number, int offset, String text) {

    boolean isIndented() {
        return !text.isEmpty() && IosTokens.isBlank(text.charAt(0));
    }
}
