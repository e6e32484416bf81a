/** Rules and their parts as a person types them, one line a rule: reading, completing, proposing, comparing, templates. */
package org.hopwarden.interchange.entry;
