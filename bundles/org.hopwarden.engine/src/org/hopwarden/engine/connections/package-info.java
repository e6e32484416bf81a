/**
 * Keeps track of connections as Linux does: see {@link org.hopwarden.engine.connections.ConnectionTracker}.
 */
package org.hopwarden.engine.connections;
