/** Enforces a policy on live packets: an inline bridge between two interfaces that decides each packet which crosses it. */
package org.hopwarden.enforce;
