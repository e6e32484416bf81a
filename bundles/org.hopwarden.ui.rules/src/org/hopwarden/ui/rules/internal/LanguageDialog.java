package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.PolicyImporter;
import org.hopwarden.ui.WidgetNames;

/** Asks in which language a list is, or is to be. Where there is but one, nobody is asked. */
final class LanguageDialog extends TitleAreaDialog {

    private static final int ROWS = 5;
    private static final int WIDTH = 520;
    private static final int MOST_BYTES = 4 << 20;

    private final String title;
    private final String question;
    private final List<Language> languages;
    private final String selected;
    private final Consumer<Language> chosen;
    private Table table;
    private Text losses;

    /**
     * A language of lists.
     *
     * @param id of its importer or exporter
     * @param label for people
     * @param losses what is never kept, or differently
     */
    record Language(String id, String label, List<String> losses) {
    }

    private LanguageDialog(Shell parent, String title, String question, List<Language> languages, String selected,
            Consumer<Language> chosen) {
        super(parent);
        this.selected = selected;
        this.title = title;
        this.question = question;
        this.languages = languages;
        this.chosen = chosen;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.PRIMARY_MODAL);
        setBlockOnOpen(false);
    }

    /**
     * Hands over the language in which a list is written, at once or when the user has chosen. The one that it looks to be in is
     * selected.
     */
    static void forImport(Shell parent, Path list, Consumer<Language> chosen) {
        ask(parent, "Import List", "How is the list written?", Interchange.importers().stream()
                .map(each -> new Language(each.id(), each.label(), each.declaredLosses())).toList(), recognised(list), chosen);
    }

    /** The id of the language; empty where it cannot be told. */
    private static String recognised(Path list) {
        try (InputStream in = Files.newInputStream(list)) {
            return Interchange.recognised(in.readNBytes(MOST_BYTES)).map(PolicyImporter::id).orElse("");
        } catch (IOException e) {
            // whoever reads the list says so with its reason
            return "";
        }
    }

    /** Hands over the language in which a list is to be written, at once or when the user has chosen. */
    static void forExport(Shell parent, Consumer<Language> chosen) {
        ask(parent, "Export List", "How is the list to be written?", Interchange.exporters().stream()
                .map(each -> new Language(each.id(), each.label(), each.declaredLosses())).toList(), "", chosen);
    }

    private static void ask(Shell parent, String title, String question, List<Language> languages, String selected,
            Consumer<Language> chosen) {
        if (languages.size() == 1) {
            chosen.accept(languages.getFirst());
        } else {
            new LanguageDialog(parent, title, question, languages, selected, chosen).open();
        }
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(question);
        setMessage("What is never kept, or kept differently, is said below for each language.");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 10).spacing(8, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        table = WidgetNames.name(new Table(area, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL), "Languages");
        languages.forEach(language -> new TableItem(table, SWT.NONE).setText(language.label()));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, ROWS * table.getItemHeight()).applyTo(table);
        new Label(area, SWT.NONE).setText("Not kept, whatever the list:");
        losses = WidgetNames.name(new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL),
                "Declared losses");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 2 * ROWS * losses.getLineHeight()).applyTo(losses);
        table.addListener(SWT.Selection, event -> showLosses());
        table.addListener(SWT.DefaultSelection, event -> okPressed());
        table.setSelection(Math.max(0, languages.stream().map(Language::id).toList().indexOf(selected)));
        showLosses();
        return area;
    }

    private Language language() {
        return languages.get(Math.max(0, table.getSelectionIndex()));
    }

    private void showLosses() {
        List<String> declared = language().losses();
        losses.setText(declared.isEmpty() ? "Nothing is lost." : PolicyActions.bullets(declared));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Continue", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        Language language = language();
        super.okPressed();
        chosen.accept(language);
    }
}
