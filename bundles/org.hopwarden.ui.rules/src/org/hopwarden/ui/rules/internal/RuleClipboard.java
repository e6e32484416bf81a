package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.hopwarden.interchange.entry.RuleLines;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/** Rules on the clipboard: as lines of text, which other policies, editors and terminals take and give. */
final class RuleClipboard {

    private RuleClipboard() {
    }

    static void copy(Display display, List<Rule> rules) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] { RuleLines.write(rules).stream().collect(Collectors.joining("\n", "", "\n")) },
                    new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }

    /**
     * The rules on the clipboard; none where it holds no text.
     *
     * @throws NoRule if a line is no rule; the message names the line
     */
    static List<Rule> paste(Display display, Policy policy) throws NoRule {
        Clipboard clipboard = new Clipboard(display);
        try {
            Object text = clipboard.getContents(TextTransfer.getInstance());
            return text == null ? List.of() : new ArrayList<>(RuleLines.read(text.toString(), policy));
        } finally {
            clipboard.dispose();
        }
    }
}
