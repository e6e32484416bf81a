package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/** Lets the user choose one of this host's live TCP connections. */
final class ConnectionDialog {

    private ConnectionDialog() {
    }

    /** Reads the kernel's socket table in the background, then asks. */
    static void ask(Shell shell, Consumer<TcpConnection> chosen) {
        Background.run("Read the connections of this host", "The connections of this host cannot be listed.", shell.getDisplay(),
                monitor -> TcpConnections.ofHost(), connections -> {
                    if (!shell.isDisposed()) {
                        ask(shell, connections, chosen);
                    }
                });
    }

    private static void ask(Shell shell, List<TcpConnection> connections, Consumer<TcpConnection> chosen) {
        if (connections.isEmpty()) {
            Problems.show(new Problem("This host has no TCP connection over which data can be sent now.",
                    "Open one, such as a download or an SSH session to the target, then try again.", null));
            return;
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof TcpConnection connection ? connection.remote() + " port " + connection.remotePort()
                        + "   from " + connection.local() + " port " + connection.localPort() : "";
            }
        });
        dialog.setTitle("Trace inside a Connection");
        dialog.setMessage("Probes repeat bytes of the chosen connection and leave its stream intact.\n"
                + "Type to filter by address or port:");
        dialog.setMultipleSelection(false);
        dialog.setSize(90, 16);
        dialog.setElements(connections.toArray());
        if (dialog.open() == ElementListSelectionDialog.OK && dialog.getFirstResult() instanceof TcpConnection connection) {
            chosen.accept(connection);
        }
    }
}
