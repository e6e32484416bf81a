package org.hopwarden.ui.tests;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Question;

/** Answers the window's questions for files in the user's place. */
final class Answers {

    private static final List<Question> ASKED = new ArrayList<>();

    private Answers() {
    }

    /** Answers the next questions with one file each, and cancels those that come after. */
    static void give(Path... files) {
        answer(List.of(files).stream().map(List::of).toList());
    }

    /** Answers the next question with several files. */
    static void giveTogether(Path... files) {
        answer(List.of(List.of(files)));
    }

    private static void answer(List<List<Path>> answers) {
        Deque<List<Path>> left = new ArrayDeque<>(answers);
        ASKED.clear();
        FileChooser.answerBy((parent, question) -> {
            ASKED.add(question);
            return left.isEmpty() ? List.of() : left.remove();
        });
    }

    /** What was asked since the answers were given. */
    static List<Question> asked() {
        return List.copyOf(ASKED);
    }

    /** Leaves questions to the user again. */
    static void none() {
        FileChooser.answerBy(null);
    }
}
