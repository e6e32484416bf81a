/**
 * Enforces a policy: on live packets, by an inline bridge between two interfaces that decides each packet which crosses it, or
 * in a simulated network.
 */
package org.hopwarden.enforce;
