package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.hopwarden.capture.CaptureIndex;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.Dissection;
import org.hopwarden.capture.ProtocolNode;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.capture.CaptureTabs;
import org.hopwarden.visualization.ColorRole;

/** The protocol tree of a frame, and its bytes with those of the chosen field marked. */
final class FrameDetails {

    private static final int BYTES_A_LINE = 16;
    /** Offset, two spaces, the digits, two spaces, the characters and a line end. */
    private static final int DIGITS_AT = 6;
    private static final int CHARACTERS_AT = DIGITS_AT + BYTES_A_LINE * 3 + 1;
    private static final int LINE = CHARACTERS_AT + BYTES_A_LINE + 1;
    /** A frame longer than any real one is shown by its beginning. */
    private static final int MOST_BYTES = 65_536;

    private record Shown(List<ProtocolNode> nodes, String dump) {
    }

    private final SashForm control;
    private final Tree tree;
    private final StyledText bytes;
    private final CaptureIndex index;
    private final Latest<Integer, Shown> latest;

    FrameDetails(Composite parent, CaptureIndex index) {
        this.index = index;
        control = new SashForm(parent, SWT.HORIZONTAL);
        Pane protocols = new Pane(control, "Protocols");
        tree = new Tree(protocols.body(), SWT.SINGLE | SWT.FULL_SELECTION);
        tree.setData(CaptureTabs.WIDGET, "Protocols");
        Pane dump = new Pane(control, "Bytes");
        bytes = new StyledText(dump.body(), SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        bytes.setFont(JFaceResources.getTextFont());
        bytes.setMargins(8, 4, 4, 4);
        bytes.setData(CaptureTabs.WIDGET, "Bytes");
        Themes.style(bytes, "hopwarden-bytes");
        control.setWeights(50, 50);
        tree.addListener(SWT.Selection, event -> mark());
        latest = new Latest<>("Taking a frame apart", tree, this::dissect, this::fill);
        paint();
        // After the style sheet, for the colours that depend on what is shown.
        Themes.onSwitch(tree, () -> tree.getDisplay().asyncExec(this::paint));
    }

    Control control() {
        return control;
    }

    /** @param frame its place in the index */
    void show(int frame) {
        latest.take(frame);
    }

    private Shown dissect(int place) {
        try {
            CapturedFrame frame = index.frame(place);
            return new Shown(Dissection.of(frame.linkType(), frame.bytes(), frame.originalBytes()), dump(frame.bytes()));
        } catch (IOException e) {
            return new Shown(List.of(), "The file cannot be read here: " + e.getMessage());
        }
    }

    private static String dump(byte[] content) {
        int length = Math.min(content.length, MOST_BYTES);
        StringBuilder text = new StringBuilder(length / BYTES_A_LINE * LINE + LINE);
        for (int at = 0; at < length; at += BYTES_A_LINE) {
            text.append(String.format("%04x  ", at));
            StringBuilder characters = new StringBuilder();
            for (int i = at; i < at + BYTES_A_LINE; i++) {
                int value = i < length ? content[i] & 0xff : -1;
                text.append(value < 0 ? "  " : String.format("%02x", value)).append(' ');
                characters.append(value < 0 ? ' ' : value >= 0x20 && value < 0x7f ? (char) value : '.');
            }
            text.append(' ').append(characters).append('\n');
        }
        return text.toString();
    }

    private void fill(Shown shown) {
        tree.setRedraw(false);
        tree.removeAll();
        for (ProtocolNode node : shown.nodes()) {
            add(new TreeItem(tree, SWT.NONE), node);
        }
        for (TreeItem item : tree.getItems()) {
            item.setExpanded(true);
        }
        tree.setRedraw(true);
        bytes.setText(shown.dump());
        paint();
    }

    private void paint() {
        if (!bytes.isDisposed()) {
            for (TreeItem item : tree.getItems()) {
                if (item.getData() instanceof ProtocolNode node && node.malformed()) {
                    item.setForeground(Themes.color(ColorRole.REFUSED));
                }
            }
            mark();
        }
    }

    private static void add(TreeItem item, ProtocolNode node) {
        item.setText(node.text());
        item.setData(node);
        if (node.malformed()) {
            item.setForeground(Themes.color(ColorRole.REFUSED));
        }
        node.children().forEach(child -> add(new TreeItem(item, SWT.NONE), child));
    }

    private void mark() {
        bytes.setStyleRanges(new StyleRange[0]);
        if (tree.getSelectionCount() == 0 || !(tree.getSelection()[0].getData() instanceof ProtocolNode node)) {
            return;
        }
        int end = Math.min(node.offset() + node.lengthBytes(), MOST_BYTES);
        for (int at = node.offset(); at < end;) {
            int column = at % BYTES_A_LINE;
            int count = Math.min(BYTES_A_LINE - column, end - at);
            int line = at / BYTES_A_LINE * LINE;
            bytes.setStyleRange(style(line + DIGITS_AT + column * 3, count * 3 - 1));
            bytes.setStyleRange(style(line + CHARACTERS_AT + column, count));
            at += count;
        }
        if (node.offset() < end) {
            bytes.setTopIndex(Math.max(0, node.offset() / BYTES_A_LINE - 2));
        }
    }

    private static StyleRange style(int start, int length) {
        return new StyleRange(start, length, Themes.color(ColorRole.TEXT), Themes.color(ColorRole.SOURCE_SURFACE), SWT.BOLD);
    }
}
