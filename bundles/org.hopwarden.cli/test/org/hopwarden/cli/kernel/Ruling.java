package org.hopwarden.cli.kernel;

import java.util.Optional;

import org.hopwarden.rulemodel.ConnectionState;

/**
 * What became of one packet in the kernel.
 *
 * @param reaches whether it comes through where there is no filter at all; of one that does not, nothing can be said
 * @param passed whether it came through the filter
 * @param state of its connection as the kernel saw it in front of the filter; empty where nobody keeps track
 */
public record Ruling(boolean reaches, boolean passed, Optional<ConnectionState> state) {
}
