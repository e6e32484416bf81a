package org.hopwarden.ui.rules.internal;

import java.util.function.Supplier;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.eclipse.swt.SWT;
import org.hopwarden.interchange.entry.Completion;
import org.hopwarden.interchange.entry.RuleField;
import org.hopwarden.rulemodel.Policy;

/** Offers the words that may come next in a cell or a line of a rule. */
final class Completing {

    /** Ctrl+Space. */
    static final KeyStroke KEY = KeyStroke.getInstance(SWT.MOD1, ' ');
    /** An object's name is always worth offering. */
    static final char[] AUTO_ACTIVATION = { '@' };

    private Completing() {
    }

    /** @param field of the cell; null for a whole line */
    static IContentProposalProvider provider(Supplier<Policy> policy, RuleField field) {
        return (text, position) -> Completion.of(policy.get(), field, text, position).stream()
                .map(word -> new ContentProposal(word.text(), word.text() + (word.help().isEmpty() ? "" : "  \u2014  " + word.help()), null))
                .toArray(IContentProposal[]::new);
    }
}
