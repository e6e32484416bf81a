/** What policies mean for all packets at once: which rules can decide, what is wrong with them, and how two policies differ. */
package org.hopwarden.analysis;
