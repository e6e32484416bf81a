/**
 * Pictures without a window. {@link org.hopwarden.visualization.HopGraph} is the model of one or several traces,
 * {@link org.hopwarden.visualization.HopGraphLayout} turns it into a {@link org.hopwarden.visualization.Drawing}, and a renderer
 * paints that: {@link org.hopwarden.visualization.SvgRenderer}, {@link org.hopwarden.visualization.ImageRenderer}, or a canvas
 * of a window. {@link org.hopwarden.visualization.LatencyChart} draws round-trip times. Colours are roles until a
 * {@link org.hopwarden.visualization.Palette} gives them values.
 */
package org.hopwarden.visualization;
