package dev.rota.tester.grading;

import java.util.List;

/** Grades answers. May be called by many threads at once; each call returns when its answer is graded. */
public interface Grading {
    /** Never throws for anything an answer contains. */
    Grade grade(List<WeightedGrader> graders, Answer answer);
}
