package org.hopwarden.lab.internal;

/**
 * One way on towards a destination.
 *
 * @param out where the packet leaves
 * @param to where it arrives
 * @param weightUpTo the sum of the weights of this way and those before it
 */
record NextHop(SimInterface out, SimInterface to, int weightUpTo) {
}
