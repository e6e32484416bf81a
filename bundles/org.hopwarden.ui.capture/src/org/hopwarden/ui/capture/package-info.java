/** Captures in the window. */
package org.hopwarden.ui.capture;
