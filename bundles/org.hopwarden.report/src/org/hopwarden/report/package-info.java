/** Results as documents: JSON that programs read and write, and reports that people read and check. */
package org.hopwarden.report;
