package dev.rota.report.html;

import java.util.ArrayList;
import java.util.List;

/** Milliseconds on a logarithmic axis from 0 at the bottom to 100 at the top, with round marks. */
final class LogScale {
    private static final double[] ROUND = {
        1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 1e8
    };

    private final double low;
    private final double high;

    private LogScale(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** The scale from the round number below all to the one above. */
    static LogScale over(List<Double> values) {
        double min = values.stream().mapToDouble(Double::doubleValue).min().orElse(100);
        double max = values.stream().mapToDouble(Double::doubleValue).max().orElse(10_000);
        double low = ROUND[0];
        double high = ROUND[ROUND.length - 1];
        for (double mark : ROUND) {
            low = mark <= Math.max(1, min) ? mark : low;
        }
        for (int i = ROUND.length - 1; i >= 0; i--) {
            high = ROUND[i] >= max && ROUND[i] > low ? ROUND[i] : high;
        }
        return new LogScale(low, Math.max(high, low * 3));
    }

    /** The height of a value, from 0 to 100. */
    double height(double millis) {
        double share = Math.log(Math.max(millis, low) / low) / Math.log(high / low);
        return Math.clamp(share, 0, 1) * 100;
    }

    /** Round values within the scale, both ends among them. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (double mark : ROUND) {
            if (mark >= low && mark <= high) {
                marks.add(mark);
            }
        }
        return marks;
    }
}
