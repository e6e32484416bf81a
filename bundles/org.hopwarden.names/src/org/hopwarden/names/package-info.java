/** What addresses are called: host names by reverse DNS, and the networks that they belong to, from a file on this host. */
package org.hopwarden.names;
