package dev.rota.ranking.policyfile;

import dev.rota.ranking.policy.Eligibility;
import dev.rota.ranking.policy.Expression;
import dev.rota.ranking.policy.Pattern;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policy.Price;
import dev.rota.ranking.policy.Spread;
import dev.rota.ranking.policy.Steadiness;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a policy from YAML. Only {@code name} is required; what is left out is as in {@link Eligibility#DEFAULT},
 * {@link Spread#DEFAULT} and {@link Steadiness#DEFAULT}.
 */
public final class PolicyReader {
    private static final long LONG_AGO_DAYS = 36_500;

    private PolicyReader() {}

    /**
     * Reads a policy, or throws with all its problems.
     *
     * @param source what to call it in messages, such as the file's name
     * @param yaml its text
     */
    public static Policy read(String source, String yaml) {
        List<String> problems = new ArrayList<>();
        Policy policy = policy(new Section("", root(source, yaml), problems));
        if (!problems.isEmpty()) {
            throw new PolicyException(source, problems);
        }
        return policy;
    }

    private static Node root(String source, String yaml) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            throw new PolicyException(
                    source, List.of("line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem()));
        } catch (YAMLException e) {
            throw new PolicyException(source, List.of(String.valueOf(e.getMessage())));
        }
        if (root == null) {
            throw new PolicyException(source, List.of("line 1: the file is empty; at least name must be there"));
        }
        return root;
    }

    private static Policy policy(Section top) {
        Policy policy = new Policy(
                name(top),
                top.text("description", ""),
                order(top),
                Math.toIntExact(top.whole("size", Policy.DEFAULT_SIZE, 1, Policy.MAX_SIZE)),
                eligibility(top.section("eligibility")),
                spread(top.section("spread")),
                steadiness(top.section("steadiness")));
        top.finish();
        return policy;
    }

    private static String name(Section top) {
        String name = top.text("name", null);
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            top.problem("name", "must be 1 to 64 of a-z, 0-9, dot, dash and underscore, not \"" + name + "\"");
            return "invalid";
        }
        return name;
    }

    private static Expression order(Section top) {
        String text = top.text("order", "expectedTimeToSuccessMs");
        try {
            return Expression.parse(text);
        } catch (IllegalArgumentException e) {
            top.problem("order", String.valueOf(e.getMessage()));
            return Expression.parse("expectedTimeToSuccessMs");
        }
    }

    private static Eligibility eligibility(Section keys) {
        Eligibility otherwise = Eligibility.DEFAULT;
        Eligibility eligibility = new Eligibility(
                keys.read("price", otherwise.price(), "free, not-known-paid or any", PolicyReader::price),
                keys.whole("minContextLength", otherwise.minContextLength(), 0, Long.MAX_VALUE),
                keys.set("parameters"),
                keys.set("inputModalities"),
                keys.set("outputModalities"),
                keys.set("catalogues"),
                patterns(keys, "include"),
                patterns(keys, "exclude"),
                keys.number("minSuccessRate", otherwise.minSuccessRate(), 0, 1),
                keys.number("minQuality", otherwise.minQuality(), 0, 1),
                keys.whole("minObservations", otherwise.minObservations(), 0, Integer.MAX_VALUE),
                keys.optionalDuration("maxLatencyP50"),
                Math.toIntExact(
                        keys.whole("setAsideAfterFailures", otherwise.setAsideAfterFailures(), 1, Integer.MAX_VALUE)),
                keys.duration("maxAgeOfEvidence", otherwise.maxAgeOfEvidence()));
        if (eligibility.maxAgeOfEvidence().toDays() > LONG_AGO_DAYS) {
            keys.problem("maxAgeOfEvidence", "must be at most " + LONG_AGO_DAYS + "d");
        }
        keys.finish();
        return eligibility;
    }

    private static Spread spread(Section keys) {
        Spread otherwise = Spread.DEFAULT;
        Spread spread = new Spread(
                Math.toIntExact(keys.whole("first", otherwise.first(), 0, Policy.MAX_SIZE)),
                Math.toIntExact(keys.whole("perFamily", otherwise.perFamily(), 1, Integer.MAX_VALUE)),
                Math.toIntExact(keys.whole("perUpstream", otherwise.perUpstream(), 1, Integer.MAX_VALUE)),
                keys.flag("fallbackOfOtherFamily", otherwise.fallbackOfOtherFamily()));
        keys.finish();
        return spread;
    }

    private static Steadiness steadiness(Section keys) {
        Steadiness otherwise = Steadiness.DEFAULT;
        Steadiness steadiness = new Steadiness(
                keys.number("margin", otherwise.margin(), 0, 0.99),
                keys.number("caution", otherwise.caution(), 0, 100),
                keys.duration("dwell", otherwise.dwell()),
                Math.toIntExact(
                        keys.whole("unseatAfterFailures", otherwise.unseatAfterFailures(), 1, Integer.MAX_VALUE)),
                keys.number("notice", otherwise.notice(), 0, 0.99));
        if (steadiness.dwell().toSeconds() > TimeUnit.DAYS.toSeconds(LONG_AGO_DAYS)) {
            keys.problem("dwell", "must be at most " + LONG_AGO_DAYS + "d");
        }
        keys.finish();
        return steadiness;
    }

    private static List<Pattern> patterns(Section keys, String key) {
        return keys.texts(key).stream().map(Pattern::new).toList();
    }

    private static Price price(String text) {
        return Price.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
