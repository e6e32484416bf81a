package org.hopwarden.app.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.program.Program;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;

/** Shows where the window keeps saved traces, settings and the log. */
public final class StateFolderHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        String folder = StateFolder.path().toString();
        if (!Program.launch(folder)) {
            Problems.report(new Problem("The desktop opened no file manager.", "The folder is " + folder
                    + ", the log in it .metadata/.log.", null));
        }
        return null;
    }
}
