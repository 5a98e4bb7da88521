package dev.rota.report.build;

import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Recommendation.Urgency;
import dev.rota.report.content.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Recommendations: each a rule that looks at the evidence and speaks only if it applies. */
public final class AdvicePart {
    private AdvicePart() {}

    /** @param rest the other parts, of which the rules judge */
    public static List<Recommendation> of(Scene scene, Report rest) {
        List<Recommendation> all = new ArrayList<>();
        new RotationAdvice(scene, rest).into(all);
        new RequestAdvice(rest).into(all);
        new ModelAdvice(scene, rest).into(all);
        if (all.isEmpty()) {
            all.add(new Recommendation(
                    Urgency.FINE,
                    "Keep it as it is.",
                    "No rule found anything to mend in the rotation, the requests or the models.",
                    null));
        }
        // Stable: what a rule says first stays first among its equals.
        all.sort(Comparator.comparing(Recommendation::urgency));
        return all;
    }
}
