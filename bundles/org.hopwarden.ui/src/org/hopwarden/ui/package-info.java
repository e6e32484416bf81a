/** What every part of the window shares: errors, background work, the theme, files of the window's state, tables. */
package org.hopwarden.ui;
