/**
 * Results for people and programs: {@link org.hopwarden.report.TraceReport} writes HTML, {@link org.hopwarden.report.TraceJson}
 * writes and reads JSON, {@link org.hopwarden.report.TraceVerdict} says in a sentence how a trace ended. The same trace gives the
 * same bytes: time stamps are the trace's own.
 */
package org.hopwarden.report;
