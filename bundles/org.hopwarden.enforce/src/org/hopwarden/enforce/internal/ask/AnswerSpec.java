package org.hopwarden.enforce.internal.ask;

/**
 * What an answer says.
 *
 * @param withProgram whether only the packet's program is meant
 * @param clientPort whether only the packet's client port is meant
 * @param allow or deny
 */
public record AnswerSpec(Breadth breadth, boolean withProgram, boolean clientPort, boolean allow) {
}
