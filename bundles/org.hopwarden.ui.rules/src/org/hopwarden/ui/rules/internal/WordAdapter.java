package org.hopwarden.ui.rules.internal;

import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.interchange.entry.Completion;

/** Puts a chosen word in the place of the one that is being typed. */
final class WordAdapter extends TextContentAdapter {

    @Override
    public void insertControlContents(Control control, String word, int cursor) {
        Text text = (Text) control;
        int end = text.getCaretPosition();
        text.setSelection(Completion.wordStart(text.getText(), end), end);
        text.insert(word);
    }
}
