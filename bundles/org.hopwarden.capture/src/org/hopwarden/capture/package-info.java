/** Captured packets. So far: reading capture files, in place and without native code. */
package org.hopwarden.capture;
