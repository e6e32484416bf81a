package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;

import org.hopwarden.capture.CaptureIndex;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.FrameSummary;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;
import org.hopwarden.visualization.ColorRole;

/**
 * A row of the table of frames.
 *
 * @param frame the frame's place in the index, from 0
 * @param cells a text for each column
 * @param verdictColor null where there is no verdict
 * @param tip the rule that decided, null where there is no verdict
 */
record FrameRow(int frame, List<String> cells, ColorRole verdictColor, String tip) {

    /** @param judge null for no verdict */
    static FrameRow of(CaptureIndex index, int frame, Judge judge) {
        String number = Integer.toString(frame + 1);
        PacketView view = new PacketView();
        try {
            CapturedFrame content = index.frame(frame);
            FrameSummary summary = FrameSummary.of(view, content.linkType(), MemorySegment.ofArray(content.bytes()), 0,
                    content.bytes().length);
            Verdict verdict = judge == null ? null : judge.verdict(view, content);
            return new FrameRow(frame, List.of(number,
                    String.format(Locale.ROOT, "%.6f", (content.timeNanos() - index.firstNanos()) / 1e9), summary.source(),
                    summary.destination(), summary.protocol(), Integer.toString(content.originalBytes()), summary.info(),
                    verdict == null ? "" : text(verdict)), verdict == null ? null : color(verdict.kind()),
                    verdict == null ? null : tip(verdict));
        } catch (IOException e) {
            return new FrameRow(frame, List.of(number, "", "", "", "", "", "the file cannot be read here: " + e.getMessage(),
                    ""), null, null);
        }
    }

    private static String by(Verdict verdict) {
        return verdict.chain() == null ? "" : verdict.chain() + " rule " + verdict.rule();
    }

    private static String text(Verdict verdict) {
        return verdict.chain() == null ? verdict.kind().word() : verdict.kind().word() + "  " + by(verdict);
    }

    private static String tip(Verdict verdict) {
        return verdict.chain() == null ? verdict.text() : by(verdict) + ": " + verdict.text();
    }

    private static ColorRole color(Verdict.Kind kind) {
        return switch (kind.word()) {
            case "allow" -> ColorRole.TARGET;
            case "deny", "reject" -> ColorRole.REFUSED;
            case "none" -> ColorRole.TEXT_MUTED;
            default -> ColorRole.LOSS;
        };
    }
}
