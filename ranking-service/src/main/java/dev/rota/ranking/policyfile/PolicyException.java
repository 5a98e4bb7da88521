package dev.rota.ranking.policyfile;

import java.util.List;

/** A policy that cannot be used, with everything that is wrong with it. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    PolicyException(String source, List<String> problems) {
        super("policy " + source + " has " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + ":\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names the line, the key, its value and the rule. */
    public List<String> problems() {
        return problems;
    }
}
