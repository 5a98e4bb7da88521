package dev.rota.simulator.scenario;

import java.util.List;

/** A scenario that cannot be played, with everything that is wrong with it. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ScenarioException(String source, List<String> problems) {
        super("The scenario " + source + " has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:")
                + "\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, with the line of the file. */
    public List<String> problems() {
        return problems;
    }
}
