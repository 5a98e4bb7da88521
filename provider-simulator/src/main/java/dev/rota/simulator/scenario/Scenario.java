package dev.rota.simulator.scenario;

import dev.rota.simulator.account.AccountRules;
import dev.rota.simulator.answer.AnswerRule;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.catalogue.ModelSheet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run of the simulator plays.
 *
 * @param account keys, credit and limits
 * @param timeScale latencies are divided by it: 10 makes a demo ten times as quick; moments and limits stay as they are
 * @param hang how long a hanging request is held before the connection is cut
 * @param pageSize models on one page of the list; 0 means all of them
 * @param stockModels whether the simulator's own models are listed, where no models file is given
 * @param allowUnlisted whether rules for a model that is not listed are ignored, rather than taken for a slip
 * @param catalogue models to list beside those, or in the place of those with the same id
 * @param defaults what every model starts from; null means a perfect model where a rule matches, a drawn one elsewhere
 * @param rules all that match a model apply to it, in this order
 * @param answers known answers, asked before the built-in ones
 */
public record Scenario(
        AccountRules account,
        double timeScale,
        Duration hang,
        int pageSize,
        boolean stockModels,
        boolean allowUnlisted,
        List<ModelSheet> catalogue,
        @Nullable Patch defaults,
        List<ModelRule> rules,
        List<AnswerRule> answers) {

    /** How long a hanging request is held by default. */
    public static final Duration DEFAULT_HANG = Duration.ofMinutes(5);

    public Scenario {
        catalogue = List.copyOf(catalogue);
        rules = List.copyOf(rules);
        answers = List.copyOf(answers);
        if (!(timeScale > 0 && timeScale <= 1_000_000)) {
            throw new IllegalArgumentException("timeScale must be more than 0 and at most 1000000, not " + timeScale);
        }
    }

    /**
     * Checks that every rule for one model means a model that exists.
     *
     * @param ids all models
     * @throws ScenarioException that names those that do not, each with the nearest one that does
     */
    public void checkListed(Collection<String> ids) {
        List<String> slips = rules.stream()
                .map(ModelRule::glob)
                .filter(glob -> !allowUnlisted && glob.isExact() && !ids.contains(glob.toString()))
                .map(glob ->
                        "models.\"" + glob + "\": no such model is listed" + Nearest.suggestion(glob.toString(), ids))
                .toList();
        if (!slips.isEmpty()) {
            throw new ScenarioException("to play", slips);
        }
    }

    /** No rules and no limits: every model's behaviour is drawn. */
    public static Scenario empty() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A scenario in Java, for tests and benchmarks. */
    public static final class Builder {
        private AccountRules account = AccountRules.OPEN;
        private double timeScale = 1;
        private Duration hang = DEFAULT_HANG;
        private int pageSize;
        private boolean stockModels = true;
        private boolean allowUnlisted;
        private final List<ModelSheet> catalogue = new ArrayList<>();
        private @Nullable Patch defaults;
        private final List<ModelRule> rules = new ArrayList<>();
        private final List<AnswerRule> answers = new ArrayList<>();

        private Builder() {}

        public Builder account(AccountRules value) {
            account = value;
            return this;
        }

        public Builder timeScale(double value) {
            timeScale = value;
            return this;
        }

        public Builder hang(Duration value) {
            hang = value;
            return this;
        }

        public Builder pageSize(int value) {
            pageSize = value;
            return this;
        }

        /** Lists only the models that this scenario adds. */
        public Builder withoutStockModels() {
            stockModels = false;
            return this;
        }

        /** Ignores rules for models that are not listed. */
        public Builder allowUnlisted() {
            allowUnlisted = true;
            return this;
        }

        /** Lists a model. */
        public Builder list(ModelSheet sheet) {
            catalogue.add(sheet);
            return this;
        }

        public Builder defaults(Patch value) {
            defaults = value;
            return this;
        }

        public Builder rule(ModelRule rule) {
            rules.add(rule);
            return this;
        }

        /** Models that match behave so. */
        public Builder rule(String glob, Patch patch) {
            return rule(ModelRule.of(glob, patch));
        }

        /** Lists a free text model that behaves so. */
        public Builder model(String id, Patch patch) {
            return list(ModelSheet.free(id)).rule(id, patch);
        }

        public Builder answer(AnswerRule rule) {
            answers.add(rule);
            return this;
        }

        public Scenario build() {
            return new Scenario(
                    account,
                    timeScale,
                    hang,
                    pageSize,
                    stockModels,
                    allowUnlisted,
                    catalogue,
                    defaults,
                    rules,
                    answers);
        }
    }
}
