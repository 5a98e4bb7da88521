package dev.rota.report.html;

import dev.rota.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a picture over time: marks at its side, times beneath. Its inside is an SVG of 100 units of height and
 * one unit of width a bucket, stretched to the room there is.
 */
final class Plot {
    private static final int TIMES = 5;

    private Plot() {}

    /** A mark at the side. */
    record Mark(double height, String label) {}

    static void open(Html html, String label, int width, List<Mark> marks) {
        html.raw("<div class=plot><div class=marks aria-hidden=true>");
        for (Mark mark : marks) {
            html.raw("<span style=\"bottom:" + round(mark.height()) + "%\">")
                    .text(mark.label())
                    .raw("</span>");
        }
        html.raw("</div><svg role=img preserveAspectRatio=none viewBox=\"0 0 " + width + " 100\" aria-label=\"")
                .text(label)
                .raw("\">");
        for (Mark mark : marks) {
            html.raw("<path class=grid d=\"M0 " + round(100 - mark.height()) + "H" + width + "\"/>");
        }
    }

    /** @param end the end of the time that the picture shows */
    static void close(Html html, Instant start, Instant end) {
        html.raw("</svg><div class=times aria-hidden=true>");
        Duration span = Duration.between(start, end);
        boolean days = span.compareTo(Duration.ofDays(4)) > 0;
        for (int i = 0; i < TIMES; i++) {
            Instant at = start.plus(span.multipliedBy(i).dividedBy(TIMES - 1));
            html.element("span", "", days ? Figures.day(at) : Figures.minute(at));
        }
        html.raw("</div></div>");
    }

    /** A line through the values, broken where there is none; a single value between two gaps is a short stroke. */
    static void line(Html html, String style, List<@Nullable Double> values, DoubleUnaryOperator height) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value == null) {
                drawing = false;
                continue;
            }
            String y = round(100 - height.applyAsDouble(value));
            boolean last = i + 1 == values.size() || values.get(i + 1) == null;
            if (!drawing && last) {
                path.append("M").append(i).append(".2 ").append(y).append("h0.6");
            } else {
                path.append(drawing ? "L" : "M").append(i).append(".5 ").append(y);
            }
            drawing = true;
        }
        if (!path.isEmpty()) {
            html.raw("<path class=\"line " + style + "\" d=\"" + path + "\"/>");
        }
    }

    /** Part of a bar. */
    static void bar(Html html, String style, int bucket, double y, double height) {
        if (height > 0.005) {
            html.raw("<rect class=" + style + " x=\"" + bucket + ".08\" width=\".84\" y=\"" + round(y) + "\" height=\""
                    + round(height) + "\"/>");
        }
    }

    /** Over each bucket an unseen area that tells its figures when pointed at. */
    static void hover(Html html, int bucket, String words) {
        html.raw("<rect class=hover x=" + bucket + " y=0 width=1 height=100><title>")
                .text(words)
                .raw("</title></rect>");
    }

    /** Two digits are finer than any screen. */
    static String round(double value) {
        String text = Figures.format("%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
