package org.hopwarden.cli.internal;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out the result, and nothing else
 * @param err messages and progress
 */
public record Output(PrintStream out, PrintStream err) {
}
