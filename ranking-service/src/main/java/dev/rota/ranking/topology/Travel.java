package dev.rota.ranking.topology;

import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which standings travel to one rotation: those that may alter it. A model that the policy keeps out, and kept out
 * before for the same reason, cannot; except that its results tell, now and then, that account and network work.
 */
final class Travel {
    /** How often the results of models that are kept out are news, in evidence time. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    private static final String ADMITTED = "";

    private final Policy policy;
    private final Map<String, String> told = new HashMap<>();
    private Instant newest = Instant.EPOCH;

    Travel(Policy policy) {
        this.policy = policy;
    }

    String rotation() {
        return policy.name();
    }

    /** Whether the standing must be told; it is taken to be told from now on. */
    boolean tells(Standing standing) {
        String verdict =
                policy.eligibility().objection(standing).map(Travel::rule).orElse(ADMITTED);
        String before = told.put(standing.model().toString(), verdict);
        boolean lives = lives(standing.lastResultAt());
        return verdict.equals(ADMITTED) || lives || !Objects.equals(verdict, before);
    }

    private boolean lives(@Nullable Instant result) {
        if (result == null || !result.isAfter(newest.plus(SIGN_OF_LIFE))) {
            return false;
        }
        newest = result;
        return true;
    }

    /** An objection without its figures, which change with every result. */
    private static String rule(String objection) {
        StringBuilder rule = new StringBuilder(objection.length());
        objection.chars().filter(c -> !Character.isDigit(c)).forEach(c -> rule.append((char) c));
        return rule.toString().intern();
    }
}
