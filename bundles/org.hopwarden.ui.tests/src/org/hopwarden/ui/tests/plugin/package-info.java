/** Classes of a plug-in that a test puts into a jar. */
package org.hopwarden.ui.tests.plugin;
