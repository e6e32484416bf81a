/**
 * Decides packets by a policy: a slow reference evaluator, a compiled matcher that agrees with it on every packet, and the
 * explanation of a verdict. What both mean stands in {@code docs/semantics.md}.
 */
package org.hopwarden.engine;
