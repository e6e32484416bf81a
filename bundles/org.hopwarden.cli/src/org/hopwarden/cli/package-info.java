/** Every capability as a command, with JSON output and the exit codes of {@link org.hopwarden.cli.ExitCode}. */
package org.hopwarden.cli;
