/** Controls that show hop graphs and charts, in the colours of the window's theme. */
package org.hopwarden.ui.visualization;
