package dev.rota.ranking.standing;

/**
 * A model's answers as they weigh at a moment: every task has the same say, however often it was run.
 *
 * @param successes the answers
 * @param weights by age, balanced over tasks; they add up to the weight by age alone
 * @param total the sum of the weights
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one estimate
record Sample(Successes successes, double[] weights, double total) {

    /** @param byAge weights of all of the model's results */
    static Sample of(Successes successes, double[] byAge) {
        double[] weights = new double[successes.size()];
        double[] perTask = new double[successes.tasks()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = byAge[successes.place()[i]];
            perTask[successes.task()[i]] += weights[i];
            total += weights[i];
        }
        balance(weights, successes.task(), perTask, total);
        return new Sample(successes, weights, total);
    }

    /** Gives every task with a success the same share of the total. */
    private static void balance(double[] weights, int[] task, double[] perTask, double total) {
        int tasks = 0;
        for (double weight : perTask) {
            tasks += weight > 0 ? 1 : 0;
        }
        for (int i = 0; i < weights.length && tasks > 1; i++) {
            weights[i] *= total / (tasks * perTask[task[i]]);
        }
    }

    Quantiles.Weighed latencyQuantiles() {
        return successes.latencyQuantiles().weighed(weights);
    }

    Quantiles.Weighed firstTokenQuantiles() {
        return successes.firstTokenQuantiles().weighed(weights);
    }
}
