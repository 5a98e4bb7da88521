package dev.rota.launcher.options;

import dev.rota.domain.text.Nearest;
import dev.rota.launcher.UserError;
import dev.rota.ranking.backtest.Baseline;
import dev.rota.ranking.backtest.Contender;
import dev.rota.ranking.backtest.PolicyContender;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policyfile.PolicyException;
import dev.rota.ranking.policyfile.PolicyReader;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies as the command line names them: a file, or the name of a stock policy. */
public final class Policies {
    private Policies() {}

    /** The policy of a file or a name. */
    public static Policy policy(String text) {
        return StockPolicies.named(text).orElseGet(() -> file(text));
    }

    /** The policy of the stock rotation of that name. */
    public static Policy rotation(String name) {
        return StockPolicies.named(name)
                .orElseThrow(() -> UserError.usage("there is no stock rotation \"" + name + "\"; there are "
                        + String.join(", ", StockPolicies.names())
                        + meant(name, StockPolicies.names())
                        + ". To replay under a policy of your own, name its file with --policy"));
    }

    /** A policy, or one of the baselines, to take part in a backtest. */
    public static Contender contender(String text) {
        Optional<Contender> baseline = Baseline.named(text);
        return baseline.orElseGet(() -> new PolicyContender(policy(text), Estimator.standard(), Map.of()));
    }

    private static Policy file(String text) {
        Path file = Path.of(text);
        try {
            return PolicyReader.read(text, Files.readString(file));
        } catch (PolicyException e) {
            throw UserError.usage(String.join("\n", e.problems()));
        } catch (IOException e) {
            List<String> known = new ArrayList<>(StockPolicies.names());
            known.addAll(Baseline.NAMES);
            throw UserError.usage("policy \"" + text + "\" is neither a readable file nor one of "
                    + String.join(", ", known)
                    + meant(text, known));
        }
    }

    private static String meant(String text, List<String> known) {
        return Nearest.to(text, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }
}
