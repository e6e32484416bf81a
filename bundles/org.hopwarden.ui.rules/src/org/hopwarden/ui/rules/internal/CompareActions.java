package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/** Holds the policy of a tab against another one, or against what was saved of it. */
final class CompareActions {

    private final IWorkbenchPartSite site;
    private final List<Action> actions = new ArrayList<>();
    private final List<IHandlerActivation> activations = new ArrayList<>();

    CompareActions(IWorkbenchPartSite site, PolicyDocument document) {
        this.site = site;
        ComparedSide mine = ComparedSide.of(document.file());
        add("compareWith", "Compare With...", () -> CompareDialog.open(site.getPage(), mine));
        add("compareSaved", "Compare With Saved", () -> open(site.getPage(), mine.asSaved(), mine));
    }

    private void add(String command, String text, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        ResourceLocator.imageDescriptorFromBundle("org.hopwarden.ui.rules", "icons/compare.svg").ifPresent(action::setImageDescriptor);
        actions.add(action);
        activations.add(site.getService(IHandlerService.class).activateHandler("org.hopwarden.ui.rules." + command,
                new ActionHandler(action)));
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }

    /** Opens the tab of a comparison, or brings it to the front. */
    static void open(IWorkbenchPage page, ComparedSide left, ComparedSide right) {
        try {
            page.openEditor(new ComparisonInput(left, right), ComparisonEditor.ID);
        } catch (PartInitException e) {
            Problems.report(Problem.of(e).during("The policies were not compared."));
        }
    }

    void dispose() {
        site.getService(IHandlerService.class).deactivateHandlers(activations);
    }
}
