/**
 * Brings policies in from other configuration languages and writes them out again, saying each time what is not kept. New
 * languages come in as {@link org.hopwarden.interchange.PolicyImporter} and {@link org.hopwarden.interchange.PolicyExporter}.
 */
package org.hopwarden.interchange;
