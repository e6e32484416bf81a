/**
 * The gate that a policy goes through before it is enforced: what checks find in it, which packets of given captures it decides
 * otherwise than what is in force, and whether it lets the connection live over which it is put to work.
 */
package org.hopwarden.enforce.gate;
