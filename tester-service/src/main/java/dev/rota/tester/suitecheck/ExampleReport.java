package dev.rota.tester.suitecheck;

import dev.rota.tester.grading.Grade;
import dev.rota.tester.suite.Example;

/**
 * What an example answer got.
 *
 * @param task the task it answers
 * @param example the example and the quality it should get
 * @param grade what it got
 */
public record ExampleReport(String task, Example example, Grade grade) {
    /** Grades are rounded to millionths, so a file may round more coarsely than that. */
    private static final double ROUNDING = 0.000_5;

    /** Whether it got what it should, to within half a thousandth. */
    public boolean asExpected() {
        return grade.quality() >= example.minQuality() - ROUNDING && grade.quality() <= example.maxQuality() + ROUNDING;
    }
}
