package dev.rota.tester.grading;

/**
 * A grader and how much it counts beside the task's others. Its weight is spread over its checks.
 *
 * @param grader the grader
 * @param weight more than 0
 */
public record WeightedGrader(Grader grader, double weight) {
    public WeightedGrader {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight of a grader must be more than 0, not " + weight);
        }
    }
}
