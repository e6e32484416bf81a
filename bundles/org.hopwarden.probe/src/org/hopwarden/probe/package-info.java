/** Traces: how a probe is built and its reply known, which probes are sent when, and what was learned of each hop. */
package org.hopwarden.probe;
