package org.hopwarden.ui.rules.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketField;
import org.hopwarden.engine.PacketFieldException;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** The fields of a packet. */
final class PacketBar {

    /** A ping through a router, between addresses of documentation (RFC 5737). */
    private static final DescribedPacket FIRST = DescribedPacket.parse("icmp echo from 192.0.2.1 to 198.51.100.2 forward");
    private static final String FIRST_SOURCE_PORT = "40000";
    private static final String FIRST_DESTINATION_PORT = "80";
    private static final String FIRST_FLAGS = "syn";
    private static final String LATER_OFFSET = "1480";

    private final Composite control;
    private final Combo protocol;
    private final Text source;
    private final Text sourcePort;
    private final Text destination;
    private final Text destinationPort;
    private final Text icmp;
    private final Text flags;
    private final Combo direction;
    private final Button laterFragment;
    private final Text further;
    private final Runnable changed;
    private boolean filling;

    /** @param changed runs whenever a field has changed */
    PacketBar(Composite parent, Runnable changed) {
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 10;
        row.marginTop = 4;
        row.marginBottom = 4;
        row.spacing = 8;
        row.center = true;
        control.setLayout(row);
        protocol = combo("Protocol", "tcp, udp, icmp, or a number", SWT.DROP_DOWN, "icmp", "tcp", "udp");
        source = field("Source", "Source", "The address from which the packet comes", 130);
        sourcePort = field("Port", "Source port", "The port from which the packet comes", 52);
        destination = field("Destination", "Destination", "The address to which the packet goes", 130);
        destinationPort = field("Port", "Destination port", "The port to which the packet goes", 52);
        icmp = field("ICMP", "ICMP type", "Type, or type/code: 8 is an echo request, 11/0 time exceeded", 52);
        flags = field("Flags", "TCP flags", "fin, syn, rst, psh, ack, urg, ece, cwr, with commas between them", 76);
        direction = combo("Direction", "As seen from the host that decides", SWT.READ_ONLY,
                Arrays.stream(Direction.values()).map(Direction::word).toArray(String[]::new));
        laterFragment = WidgetNames.name(new Button(control, SWT.CHECK), "Later fragment");
        laterFragment.setText("Later fragment");
        laterFragment.setToolTipText("The packet is a fragment other than the first, without ports and flags");
        further = field("Further", "Further", "What else is known of the packet, in words: on eth0, out-interface eth1, state new, ttl 1, dscp 46,"
                + " mark 0x10, length 60, captured 24, fragment 1480, more, application /usr/bin/curl, user root, at 2026-01-05T09:00", 150);
        further.setMessage("on eth0 state new ttl 1");
        fill(FIRST);
        for (Control each : control.getChildren()) {
            for (Control field : each instanceof Composite pair && !(each instanceof Combo) ? pair.getChildren()
                    : new Control[] { each }) {
                if (field instanceof Text || field instanceof Combo) {
                    field.addListener(SWT.Modify, event -> touched());
                } else if (field instanceof Button) {
                    field.addListener(SWT.Selection, event -> touched());
                }
            }
        }
    }

    private Composite pair(String label) {
        Composite pair = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(5, 0).applyTo(pair);
        Label name = new Label(pair, SWT.NONE);
        name.setText(label);
        Themes.style(name, "hopwarden-muted");
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).applyTo(name);
        return pair;
    }

    private Text field(String label, String name, String tooltip, int width) {
        Text text = WidgetNames.name(new Text(pair(label), SWT.BORDER | SWT.SINGLE), name);
        text.setToolTipText(tooltip);
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private Combo combo(String label, String tooltip, int style, String... items) {
        Combo combo = WidgetNames.name(new Combo(pair(label), style), label);
        combo.setItems(items);
        combo.setToolTipText(tooltip);
        GridDataFactory.fillDefaults().hint(style == SWT.READ_ONLY ? 90 : 78, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    Composite control() {
        return control;
    }

    /** Describes another packet. The caller asks what it means. */
    void fill(DescribedPacket packet) {
        filling = true;
        try {
            String name = packet.text(PacketField.PROTOCOL).orElseThrow();
            protocol.setText(packet.isIcmp() ? "icmp" : name);
            source.setText(packet.source().toString());
            sourcePort.setText(packet.text(PacketField.SOURCE_PORT).orElse(FIRST_SOURCE_PORT));
            destination.setText(packet.destination().toString());
            destinationPort.setText(packet.text(PacketField.DESTINATION_PORT).orElse(FIRST_DESTINATION_PORT));
            icmp.setText(packet.icmpType() < 0 ? "8" : packet.icmpType() + (packet.icmpCode() > 0 ? "/" + packet.icmpCode() : ""));
            flags.setText(packet.text(PacketField.TCP_FLAGS).orElse(FIRST_FLAGS));
            direction.select(packet.direction().ordinal());
            laterFragment.setSelection(packet.isLaterFragment());
            further.setText("");
            further.setText(PacketWords.beyond(fields(), packet));
        } finally {
            filling = false;
        }
        show();
    }

    /** Only the fields that such a packet has. */
    private void show() {
        boolean moved = show(sourcePort, hasPorts()) | show(destinationPort, hasPorts()) | show(icmp, isIcmp())
                | show(flags, isTcp());
        if (moved) {
            control.getParent().layout(true, true);
        }
    }

    private static boolean show(Control field, boolean visible) {
        Control pair = field.getParent();
        RowData data = pair.getLayoutData() instanceof RowData old ? old : new RowData();
        boolean moved = pair.getLayoutData() == null || data.exclude == visible;
        data.exclude = !visible;
        pair.setLayoutData(data);
        pair.setVisible(visible);
        return moved;
    }

    private void touched() {
        if (!filling) {
            show();
            changed.run();
        }
    }

    private String protocolWord() {
        return protocol.getText().strip().toLowerCase(Locale.ROOT);
    }

    private boolean isTcp() {
        return protocolWord().equals("tcp");
    }

    private boolean hasPorts() {
        return List.of("tcp", "udp", "sctp", "udplite").contains(protocolWord());
    }

    private boolean isIcmp() {
        return protocolWord().startsWith("icmp");
    }

    /**
     * What is in the fields that such a packet has.
     *
     * @throws PacketFieldException if what is further known of it cannot be read
     */
    Draft fields() {
        Draft draft = new Draft().with(PacketField.DIRECTION, Direction.values()[Math.max(0, direction.getSelectionIndex())].word())
                .with(PacketField.PROTOCOL, protocolWord()).with(PacketField.SOURCE, source.getText().strip())
                .with(PacketField.DESTINATION, destination.getText().strip());
        if (laterFragment.getSelection()) {
            return PacketWords.add(draft.with(PacketField.FRAGMENT_OFFSET, LATER_OFFSET), further.getText());
        }
        if (hasPorts()) {
            draft = draft.with(PacketField.SOURCE_PORT, sourcePort.getText().strip()).with(PacketField.DESTINATION_PORT,
                    destinationPort.getText().strip());
        }
        if (isTcp()) {
            draft = draft.with(PacketField.TCP_FLAGS, flags.getText().strip());
        }
        if (isIcmp()) {
            String[] message = icmp.getText().strip().split("/", 2);
            draft = draft.with(PacketField.ICMP_TYPE, message[0]).with(PacketField.ICMP_CODE,
                    message.length == 1 ? "" : message[1]);
        }
        return PacketWords.add(draft, further.getText());
    }

    /** What is wrong with a field, as a sentence. */
    static String sentence(PacketFieldException e) {
        String text = e.getMessage();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    void setFocus() {
        source.setFocus();
    }
}
