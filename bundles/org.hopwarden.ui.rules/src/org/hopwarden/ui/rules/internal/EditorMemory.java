package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.ChangeCommand;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.AnswerMemory;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;

/**
 * Remembers answers in the policy's tab, as a step that can be undone and is saved with the rest; where no tab has it open, in its file.
 * Not for the UI thread.
 */
final class EditorMemory implements AnswerMemory {

    private static final String LABEL = "Remember an answer";

    private final Display display;
    private final IWorkbenchPage page;
    private final Path file;

    EditorMemory(Display display, IWorkbenchPage page, Path file) {
        this.display = display;
        this.page = page;
        this.file = file;
    }

    @Override
    public void remember(Change change) throws AnswerException {
        Optional<?>[] outcome = { Optional.empty() };
        boolean[] open = { false };
        boolean asked = Background.onDisplayAndWait(display, () -> {
            Optional<PolicyDocument> document = PolicyEditor.of(page, file).flatMap(PolicyEditor::document);
            open[0] = document.isPresent();
            outcome[0] = document.flatMap(each -> inTab(each, change));
        });
        if (!asked) {
            throw new AnswerException("the window is closed", "");
        }
        if (outcome[0].isPresent()) {
            throw (AnswerException) outcome[0].get();
        }
        if (!open[0]) {
            inFile(change);
        }
    }

    /** @return why it could not be; then nothing is changed */
    private static Optional<AnswerException> inTab(PolicyDocument document, Change change) {
        Policy policy = document.policy();
        try {
            // A step that fails in its middle would have to be taken back.
            change.apply(EcoreUtil.copy(policy));
        } catch (AnswerException e) {
            return Optional.of(e);
        }
        ChangeCommand command = new ChangeCommand(policy) {
            @Override
            protected void doExecute() {
                try {
                    change.apply(policy);
                } catch (AnswerException e) {
                    throw new IllegalStateException("what could be done to a copy cannot be done to the policy", e);
                }
            }
        };
        command.setLabel(LABEL);
        document.execute(command);
        return Optional.empty();
    }

    private void inFile(Change change) throws AnswerException {
        try {
            Policy policy = PolicyFiles.load(file);
            change.apply(policy);
            PolicyFiles.save(policy, file);
        } catch (IOException e) {
            throw new AnswerException("the answer cannot be remembered: " + e.getMessage(), "Answer for this session.", e);
        }
    }
}
