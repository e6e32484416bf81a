/** Traces in the window: each is a tab, runs in a job, is saved as it goes and comes back after a restart. */
package org.hopwarden.ui.probe;
