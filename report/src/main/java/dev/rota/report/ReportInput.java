package dev.rota.report;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.report.history.FactsBook;
import dev.rota.report.history.ResultTape;
import java.util.HashMap;
import java.util.Map;

/** What happened, taken in one by one, in any order and however often. For one thread. */
public final class ReportInput {
    private final ResultTape results = new ResultTape();
    private final FactsBook facts = new FactsBook();
    private final Map<String, ModelFound> probes = new HashMap<>();

    public void add(TestResult result) {
        results.add(result);
    }

    /** A version of what a catalogue said of a model. */
    public void add(ModelFacts version) {
        facts.add(version);
    }

    /** A probe that was sent. */
    public void add(ModelFound probe) {
        probes.put(probe.probeId(), probe);
    }

    public ResultTape results() {
        return results;
    }

    public FactsBook facts() {
        return facts;
    }

    /** Probes by their id. */
    public Map<String, ModelFound> probes() {
        return probes;
    }
}
