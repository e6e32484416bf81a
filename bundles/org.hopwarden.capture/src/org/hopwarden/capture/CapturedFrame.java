package org.hopwarden.capture;

/**
 * One frame as it was taken from an interface.
 *
 * @param timeNanos the kernel's time, in nanoseconds since 1970
 * @param linkType see {@link LinkType}
 * @param bytes what was taken; not to be changed
 * @param originalBytes how long the frame was on the wire
 */
public record CapturedFrame(long timeNanos, int linkType, byte[] bytes, int originalBytes) {
}
