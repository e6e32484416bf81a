/** A plug-in as another team writes it, to be copied and changed; see docs/extending.md. Part of no feature of the product. */
package org.hopwarden.examples.plugin;
