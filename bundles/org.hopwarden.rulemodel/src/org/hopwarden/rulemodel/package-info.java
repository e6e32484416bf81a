/**
 * The rule model: policies, chains, rules and what they refer to, as an EMF model (generated from
 * {@code model/rulemodel.ecore}), with loading, saving, checking and the words in which rules are written.
 */
package org.hopwarden.rulemodel;
