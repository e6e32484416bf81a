package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Makes what is kept as it stands. */
final class IosOpaque {

    private IosOpaque() {
    }

    /** @param line where it stood, counted from 1 */
    static OpaqueText of(String text, int line) {
        OpaqueText opaque = RulemodelFactory.eINSTANCE.createOpaqueText();
        opaque.setLanguage(IosImporter.ID);
        opaque.setLine(line);
        opaque.setText(text);
        return opaque;
    }

    /** Some lines of a section below its header. */
    static OpaqueText of(IosSection section, List<IosLine> lines) {
        StringBuilder text = new StringBuilder(visible(section.header()));
        lines.forEach(line -> text.append("\n ").append(visible(line)));
        return of(text.toString(), section.header().number());
    }

    /** What XML cannot hold is left out: nothing of the kind stands in a command. */
    private static String visible(IosLine line) {
        StringBuilder text = new StringBuilder();
        line.text().strip().chars().filter(c -> IosText.isAllowed((char) c)).forEach(c -> text.append((char) c));
        return text.toString();
    }
}
