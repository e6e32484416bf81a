package org.hopwarden.ui;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks the user for files by the platform's own dialog. For the UI thread; a question returns when it is answered. */
public final class FileChooser {

    /** What the files are for. */
    public enum Purpose {
        /** One file that is there. */
        OPEN,
        /** Some files that are there. */
        OPEN_SEVERAL,
        /** A file to write; before one that is there is chosen, the dialog asks whether it is to be replaced. */
        SAVE,
        /** A file to write; whoever asks looks himself whether it is there. */
        NAME
    }

    /**
     * Files of some kind.
     *
     * @param label for people; empty where the pattern says enough
     * @param pattern such as {@code *.pcap;*.cap}
     */
    public record Kind(String label, String pattern) {

        /** Whatever their names. */
        public static final Kind ALL = new Kind("All files", "*");

        public Kind {
            requireNonNull(label, "label");
            requireNonNull(pattern, "pattern");
        }
    }

    /**
     * A question.
     *
     * @param title of the dialog
     * @param proposed the name of the file to write; else empty
     * @param kinds of files that are shown, the first at once; empty for all
     */
    public record Question(Purpose purpose, String title, String proposed, List<Kind> kinds) {

        public Question {
            requireNonNull(purpose, "purpose");
            requireNonNull(title, "title");
            requireNonNull(proposed, "proposed");
            kinds = List.copyOf(kinds);
        }
    }

    /** Who answers. */
    @FunctionalInterface
    public interface Answerer {

        /** The files; empty where the question was cancelled. */
        List<Path> answer(Shell parent, Question question);
    }

    private static Answerer answerer = FileChooser::askTheUser;

    private FileChooser() {
    }

    /** Asks. At most one file, unless several may be opened; none where the user cancelled. */
    public static List<Path> choose(Shell parent, Question question) {
        return answerer.answer(parent, question);
    }

    /** Asks for a file to open. */
    public static Optional<Path> open(Shell parent, String title, Kind... kinds) {
        return choose(parent, new Question(Purpose.OPEN, title, "", List.of(kinds))).stream().findFirst();
    }

    /** Asks for files to open. */
    public static List<Path> openSeveral(Shell parent, String title, Kind... kinds) {
        return choose(parent, new Question(Purpose.OPEN_SEVERAL, title, "", List.of(kinds)));
    }

    /** Asks for a file to write. */
    public static Optional<Path> save(Shell parent, String title, String proposed, Kind... kinds) {
        return choose(parent, new Question(Purpose.SAVE, title, proposed, List.of(kinds))).stream().findFirst();
    }

    /** Answers in the user's place from now on; null gives the dialog back. Only for tests: a native dialog cannot be worked. */
    public static void answerBy(Answerer instead) {
        answerer = instead == null ? FileChooser::askTheUser : instead;
    }

    private static List<Path> askTheUser(Shell parent, Question question) {
        FileDialog dialog = new FileDialog(parent, switch (question.purpose()) {
            case OPEN -> SWT.OPEN;
            case OPEN_SEVERAL -> SWT.OPEN | SWT.MULTI;
            case SAVE, NAME -> SWT.SAVE;
        });
        dialog.setText(question.title());
        dialog.setOverwrite(question.purpose() == Purpose.SAVE);
        dialog.setFileName(question.proposed());
        if (!question.kinds().isEmpty()) {
            dialog.setFilterExtensions(question.kinds().stream().map(Kind::pattern).toArray(String[]::new));
            dialog.setFilterNames(question.kinds().stream().map(kind -> kind.label().isEmpty() ? kind.pattern() : kind.label())
                    .toArray(String[]::new));
        }
        return dialog.open() == null ? List.of()
                : Stream.of(dialog.getFileNames()).map(name -> Path.of(dialog.getFilterPath(), name)).toList();
    }
}
