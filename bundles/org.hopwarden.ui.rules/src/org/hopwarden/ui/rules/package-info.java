/** Policies in the window: the Rules perspective, its editor, and the verdict of a packet that a user describes. */
package org.hopwarden.ui.rules;
