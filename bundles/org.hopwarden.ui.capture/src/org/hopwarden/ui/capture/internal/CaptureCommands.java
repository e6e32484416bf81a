package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.capture.CaptureTabs;

/** What the menu and the tool bar do with captures. */
public final class CaptureCommands {

    private static final Kind CAPTURES = new Kind("Captures (*.pcap, *.pcapng, *.cap)", "*.pcap;*.pcapng;*.cap");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private CaptureCommands() {
    }

    private abstract static class OnPage extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            try {
                execute(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
            } catch (WorkbenchException | IOException e) {
                Problems.show(Problem.of(e));
            }
            return null;
        }

        abstract void execute(IWorkbenchPage page) throws WorkbenchException, IOException;
    }

    private static void showPerspective(IWorkbenchPage page) throws WorkbenchException {
        page.getWorkbenchWindow().getWorkbench().showPerspective(CaptureTabs.PERSPECTIVE, page.getWorkbenchWindow());
    }

    /** Captures into a file in the state folder, in a new tab. */
    public static void start(IWorkbenchPage page, CaptureOptions options) throws PartInitException {
        Path file = OpenCaptures.folder().resolve(LocalDateTime.now().format(STAMP) + ".pcap");
        page.openEditor(CaptureInput.live(options.withFile(file)), CaptureEditor.ID);
    }

    /** Switches to the perspective. */
    public static final class ShowCapture extends OnPage {
        @Override
        void execute(IWorkbenchPage page) throws WorkbenchException {
            showPerspective(page);
        }
    }

    /** Opens capture files. */
    public static final class OpenCapture extends OnPage {
        @Override
        void execute(IWorkbenchPage page) throws PartInitException {
            for (Path file : FileChooser.openSeveral(page.getWorkbenchWindow().getShell(), "Open Capture", CAPTURES, Kind.ALL)) {
                CaptureTabs.open(page, file);
            }
        }
    }

    /** Asks for an interface and captures on it. */
    public static final class StartCapture extends OnPage {
        @Override
        void execute(IWorkbenchPage page) throws WorkbenchException, IOException {
            StartDialog dialog = new StartDialog(page.getWorkbenchWindow().getShell(), interfaces());
            if (dialog.open() == Window.OK) {
                start(page, CaptureOptions.of(dialog.interfaceName()).withFilter(dialog.filter())
                        .withPromiscuous(dialog.promiscuous()));
            }
        }

        private static List<String> interfaces() throws SocketException {
            return NetworkInterface.networkInterfaces().map(NetworkInterface::getName).sorted().toList();
        }
    }
}
