package dev.rota.discovery.wanted;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how a real id differs from the one asked for. */
final class Reasons {
    private static final String FREE = "free";

    private Reasons() {}

    static String of(String wanted, IdParts parts, ModelFacts model) {
        IdParts real = IdParts.of(model.model().providerId());
        List<String> reasons = new ArrayList<>();
        if (!model.model().providerId().equals(wanted)) {
            add(reasons, doubled(parts));
            add(reasons, family(parts, real));
            add(reasons, name(parts, real));
            add(reasons, variant(parts, real));
            if (reasons.isEmpty()) {
                reasons.add("written differently");
            }
        }
        Instant gone = model.retiredAt();
        if (gone != null) {
            reasons.add("gone since " + gone.truncatedTo(ChronoUnit.SECONDS));
        } else if (!model.facts().free()) {
            reasons.add(price(parts, model.facts()));
        }
        return String.join("; ", reasons);
    }

    private static String price(IdParts wanted, Facts facts) {
        if (facts.promptPricePerToken() == null || facts.completionPricePerToken() == null) {
            return "its price is not known";
        }
        return wanted.free() ? "only to be had for money" : "costs money";
    }

    private static void add(List<String> reasons, @Nullable String reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }

    private static @Nullable String doubled(IdParts wanted) {
        long times = wanted.variants().stream().filter(FREE::equals).count();
        return times > 1 ? "\":free\" is written " + times + " times" : null;
    }

    private static @Nullable String family(IdParts wanted, IdParts real) {
        if (wanted.family().equals(real.family())) {
            return null;
        }
        if (real.family().isEmpty()) {
            return "it belongs to no family, not to " + wanted.family();
        }
        return wanted.family().isEmpty()
                ? "the family " + real.family() + " is missing"
                : "wrong family: it is " + real.family() + ", not " + wanted.family();
    }

    private static @Nullable String name(IdParts wanted, IdParts real) {
        if (wanted.words().equals(real.words())) {
            return null;
        }
        Set<String> called = new HashSet<>(wanted.called());
        if (called.equals(new HashSet<>(real.called())) && !wanted.versions().equals(real.versions())) {
            return "another version: " + versions(real) + ", not " + versions(wanted);
        }
        return "the name differs: " + real.name() + ", not " + wanted.name();
    }

    private static String versions(IdParts parts) {
        return parts.versions().isEmpty() ? "none" : String.join(" ", parts.versions());
    }

    private static @Nullable String variant(IdParts wanted, IdParts real) {
        if (real.free() && !wanted.free()) {
            return "\":free\" is missing";
        }
        Set<String> asked = new HashSet<>(wanted.variants());
        if (asked.equals(new HashSet<>(real.variants()))) {
            return null;
        }
        if (wanted.free() && !real.free()) {
            return "there is no \":free\" variant";
        }
        return "another variant: " + (real.variants().isEmpty() ? "none" : String.join(":", real.variants()));
    }
}
