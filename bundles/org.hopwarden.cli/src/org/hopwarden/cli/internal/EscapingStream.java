package org.hopwarden.cli.internal;

import java.io.PrintStream;

/**
 * Prints text so that it stays text: names from DNS, from files of others or from captures may hold characters that command a terminal
 * or turn the direction of writing, and these come out as {@code \}{@code u001b} and the like. That is their spelling in JSON too, so JSON that is
 * printed means the same. What is written as bytes passes as it is.
 */
public final class EscapingStream extends PrintStream {

    /** Of the same character set as the stream that it prints to. */
    public EscapingStream(PrintStream to, boolean autoFlush) {
        super(to, autoFlush, to.charset());
    }

    @Override
    public void print(String text) {
        super.print(text == null ? null : escaped(text, true));
    }

    @Override
    public void print(Object value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(char[] text) {
        print(new String(text));
    }

    @Override
    public void print(char character) {
        print(String.valueOf(character));
    }

    /** A text that fits into one line. */
    static String line(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean lines) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(text, i, lines)) {
                if (escaped != null) {
                    escaped.append(c);
                }
                continue;
            }
            if (escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            escaped.append(String.format("\\u%04x", (int) c));
        }
        return escaped == null ? text : escaped.toString();
    }

    /** @param lines whether the text may have line ends */
    private static boolean isHarmless(String text, int at, boolean lines) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\t') {
            return lines;
        }
        if (c == '\r') {
            return lines && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        }
        return !Character.isISOControl(c) && !isDirection(c);
    }

    /** The controls of UAX #9, and the line and paragraph separators. */
    private static boolean isDirection(char c) {
        return c == 0x061c || c == 0x200e || c == 0x200f || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }
}
