/**
 * Simulated networks in this process: a topology read from a file, and a network that carries real packets through it on
 * virtual time or on the wall clock.
 */
package org.hopwarden.lab;
