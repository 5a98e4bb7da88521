package dev.rota.report.build;

import dev.rota.domain.result.FailureKind;
import dev.rota.report.content.Budget;
import dev.rota.report.content.Failures;
import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Recommendation.Urgency;
import dev.rota.report.content.Report;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Untrusted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the requests and their failures call for. */
final class RequestAdvice {
    private static final double NOTABLE = 0.02;
    private static final double MANY = 0.1;
    private static final double WASTE = 0.2;

    private final Report rest;
    private final Failures failures;

    RequestAdvice(Report rest) {
        this.rest = rest;
        this.failures = rest.failures();
    }

    void into(List<Recommendation> all) {
        add(all, Urgency.NOW, 0, FailureKind.UNAUTHORIZED, "Check the API key.", "./rota doctor");
        add(
                all,
                Urgency.NOW,
                0,
                FailureKind.PAYMENT_REQUIRED,
                "Give the account credit, or leave paid models out.",
                null);
        add(all, Urgency.NOW, NOTABLE, FailureKind.CONNECTION, "Check this machine's network.", "./rota doctor");
        add(
                all,
                Urgency.NOW,
                0,
                FailureKind.BAD_REQUEST,
                "Mend the suite: a provider found our request wrong.",
                "./rota suite check");
        add(
                all,
                Urgency.SOON,
                NOTABLE,
                FailureKind.PRIVACY_RESTRICTED,
                "Loosen the account's privacy settings, or live without these models.",
                null);
        add(
                all,
                Urgency.SOON,
                NOTABLE,
                FailureKind.ACCOUNT_DAY_LIMIT,
                "Probe less, or raise the account's daily limit.",
                null);
        add(all, Urgency.SOON, NOTABLE, FailureKind.ACCOUNT_MINUTE_LIMIT, "Probe fewer models at a time.", null);
        add(
                all,
                Urgency.SOON,
                NOTABLE,
                FailureKind.REASONING_ONLY,
                "Give reasoning models a larger output limit in the suite.",
                null);
        add(all, Urgency.SOON, NOTABLE, FailureKind.TRUNCATED, "Raise the suite's output limit.", null);
        add(
                all,
                Urgency.SOON,
                MANY,
                FailureKind.UPSTREAM_RATE_LIMITED,
                "Space requests out: models are shared with everyone else who uses them for free.",
                null);
        waste(all);
    }

    private void add(
            List<Recommendation> all,
            Urgency urgency,
            double share,
            FailureKind kind,
            String what,
            @Nullable String command) {
        for (Failures.Cause cause : failures.causes()) {
            if (cause.kind() == kind && cause.count() > share * failures.results()) {
                String said = cause.example() == null
                        ? ""
                        : " The provider said: " + Untrusted.shortened(cause.example(), 120);
                all.add(new Recommendation(
                        urgency,
                        what,
                        Figures.count(cause.count()) + " of " + Figures.count(failures.results())
                                + " requests failed as " + kind + ", on " + cause.models()
                                + (cause.models() == 1 ? " model." : " models.") + said,
                        command));
            }
        }
    }

    private void waste(List<Recommendation> all) {
        Budget budget = rest.budget();
        if (budget.probes() > 0 && budget.neverAnswered() > WASTE * budget.probes()) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Spend fewer probes on models that never answer.",
                    Figures.count(budget.neverAnswered()) + " of " + Figures.count(budget.probes()) + " probes, "
                            + Figures.percent(budget.neverAnswered() / (double) budget.probes()) + ", went to "
                            + budget.neverAnsweredModels() + " models without one answer.",
                    null));
        }
    }
}
