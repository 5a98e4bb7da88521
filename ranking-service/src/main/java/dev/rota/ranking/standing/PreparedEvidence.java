package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.evidence.Observations;

/**
 * A model's evidence with all that can be said of it whatever the time. To make it takes more than twice as long as to
 * estimate from it; and a standing that is estimated anew for its age alone has the same evidence as before.
 *
 * <p>Some twenty kilobytes, so not to be kept of everything. Immutable.
 */
public final class PreparedEvidence {
    final Evidence evidence;
    final Observations results;
    final Belief belief;
    final Successes successes;
    final Failures failures;
    final Grades grades;
    final TaskTallies tasks;
    final Tally tally;
    private final TaskNorms norms;

    PreparedEvidence(Evidence evidence, TaskNorms norms, Availability availability) {
        this.results = evidence.observations();
        this.evidence = evidence;
        this.norms = norms;
        this.belief = availability.after(results);
        this.successes = Successes.of(results, norms);
        this.failures = Failures.of(results);
        this.grades = Grades.of(results);
        this.tasks = new TaskTallies(results, successes);
        this.tally = Tally.of(results);
    }

    public Evidence evidence() {
        return evidence;
    }

    /** The norms it was prepared with. */
    public TaskNorms norms() {
        return norms;
    }
}
