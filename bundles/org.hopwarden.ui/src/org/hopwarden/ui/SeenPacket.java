package org.hopwarden.ui;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.hopwarden.net.PacketView;

/**
 * A packet that the user has chosen somewhere: in a capture, among the replies of a trace, among verdicts. Whoever shows packets offers
 * it as a selection of the menu {@link #MENU}; other bundles add what they can do with it there, and neither knows the other.
 *
 * @param packet from its IP header on; not to be changed
 * @param where it was seen, for people, such as {@code frame 17 of border.pcap}
 * @param way which way it went, as seen from the host that would decide it
 */
public record SeenPacket(byte[] packet, String where, Way way) {

    /** The id of menus whose selection is a packet, for contributions such as {@code popup:org.hopwarden.ui.packets}. */
    public static final String MENU = "org.hopwarden.ui.packets";

    /** Which way a packet goes. */
    public enum Way {
        IN, OUT, FORWARD
    }

    public SeenPacket {
        requireNonNull(packet, "packet");
        requireNonNull(where, "where");
        requireNonNull(way, "way");
    }

    /** A new view of the packet; it is not valid where the bytes are no IP packet. */
    public PacketView view() {
        return PacketView.of(MemorySegment.ofArray(packet));
    }

    /**
     * Lets other bundles add to a menu.
     *
     * @param menu of a control of the part
     * @param chosen the packet that is chosen, asked for each time the menu is opened; empty for none
     */
    public static void contributeTo(MenuManager menu, IWorkbenchPartSite site, Supplier<Optional<SeenPacket>> chosen) {
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        site.registerContextMenu(MENU, menu, new Chosen(chosen));
    }

    /** Asks when it is asked. */
    private record Chosen(Supplier<Optional<SeenPacket>> packet) implements ISelectionProvider {

        @Override
        public ISelection getSelection() {
            return packet.get().<ISelection>map(StructuredSelection::new).orElse(StructuredSelection.EMPTY);
        }

        @Override
        public void setSelection(ISelection selection) {
            throw new IllegalStateException("the packet is chosen where it is shown");
        }

        @Override
        public void addSelectionChangedListener(ISelectionChangedListener listener) {
            // Whoever opens the menu asks.
        }

        @Override
        public void removeSelectionChangedListener(ISelectionChangedListener listener) {
            // Nobody was added.
        }
    }
}
