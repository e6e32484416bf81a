package org.hopwarden.ui;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.report.TraceFormatException;

/**
 * Something that went wrong, as the user is told of it.
 *
 * @param what what failed and why, in sentences
 * @param remedy what the user can do; empty where nothing is known
 * @param cause for the log; may be null
 */
public record Problem(String what, String remedy, Throwable cause) {

    public Problem {
        requireNonNull(what, "what");
        requireNonNull(remedy, "remedy");
    }

    /** What an exception says, with the remedy that its kind is known to have. */
    public static Problem of(Throwable cause) {
        return switch (cause) {
            case PacketPortException e -> new Problem(sentence(e.getMessage()), e.remedy(), e);
            case NoSuchFileException e -> new Problem("There is no file " + e.getFile() + ".",
                    "Check the path, or choose the file again.", e);
            case AccessDeniedException e -> new Problem("The system denies access to " + e.getFile() + ".",
                    "Choose another place, or change the file's permissions.", e);
            case FileSystemException e -> new Problem(e.getFile() + ": " + e.getReason() + ".",
                    "Check that the disk has room and can be written to, then try again.", e);
            case IOException e when e.getMessage() != null && e.getMessage().contains("No space left") -> new Problem(
                    "The disk is full.", "Free some room there, or choose a place on another disk.", e);
            case IOException e when e.getMessage() != null -> new Problem(sentence(e.getMessage()), "", e);
            case TraceFormatException e -> new Problem(sentence(e.getMessage()),
                    "Choose a file that was saved as a trace, or by the command line with --format json.", e);
            case IllegalArgumentException e when e.getMessage() != null ->
                new Problem(sentence(e.getMessage()), "", e);
            default -> new Problem("Something unexpected happened: " + cause + ".",
                    "The log in the state folder has the details (Help > Open State Folder). The other parts of the "
                            + "window go on working.", cause);
        };
    }

    /** The same problem, told as part of what was being done, such as {@code The trace was not saved.} */
    public Problem during(String action) {
        return new Problem(action + " " + what, remedy, cause);
    }

    /** What and remedy as one text of one or two paragraphs. */
    public String text() {
        return remedy.isEmpty() ? what : what + "\n\n" + remedy;
    }

    private static String sentence(String text) {
        String capital = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return capital.matches("(?s).*[.?!]") ? capital : capital + ".";
    }
}
