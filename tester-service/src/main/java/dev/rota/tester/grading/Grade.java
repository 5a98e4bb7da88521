package dev.rota.tester.grading;

import dev.rota.domain.Checks;
import java.util.List;

/**
 * What an answer is worth.
 *
 * @param quality from 0 to 1: the weighted share of checks that passed
 * @param checks what was checked, in order
 */
public record Grade(double quality, List<Check> checks) {
    private static final double MILLIONTHS = 1_000_000.0;

    public Grade {
        Checks.fraction("quality", quality);
        checks = List.copyOf(checks);
    }

    /** The grade these checks make. Without any weight the quality is 0. */
    public static Grade of(List<Check> checks) {
        double all = checks.stream().mapToDouble(Check::weight).sum();
        double passed =
                checks.stream().filter(Check::passed).mapToDouble(Check::weight).sum();
        return new Grade(all == 0 ? 0 : Math.round(passed / all * MILLIONTHS) / MILLIONTHS, checks);
    }

    public long passedChecks() {
        return checks.stream().filter(Check::passed).count();
    }
}
