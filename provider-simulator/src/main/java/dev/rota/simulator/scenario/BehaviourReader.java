package dev.rota.simulator.scenario;

import dev.rota.domain.time.DurationText;
import dev.rota.simulator.behaviour.Delay;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.behaviour.Quality;
import dev.rota.simulator.behaviour.Quirk;
import dev.rota.simulator.behaviour.ToolUse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a behaviour. */
final class BehaviourReader {
    private final Problems problems;

    BehaviourReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads what a section says of behaviour; the section may hold other keys too. */
    Patch read(Section section) {
        return new Patch(
                section.read("firstToken", this::delay),
                section.scalar("tokensPerSecond", BehaviourReader::rate),
                section.number("successRate", 0, 1),
                section.read("failures", (node, _) -> MixtureReader.failures(node)),
                section.read("failureDelay", this::delay),
                section.read("quality", (node, _) -> MixtureReader.constants(Quality.class, node)),
                section.integer("reasoningTokens", 0, 1_000_000),
                section.read("quirks", (_, _) -> quirks(section.items("quirks"))),
                section.scalar("tools", text -> Words.constant(ToolUse.class, text)),
                section.text("provider"));
    }

    private static double rate(String text) {
        return text.equals("unlimited") ? 0 : Section.numberOf(text, 0.1, 1_000_000);
    }

    private static Set<Quirk> quirks(List<YamlNode> items) {
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        items.forEach(item -> quirks.add(Words.constant(Quirk.class, Section.text(item))));
        return quirks;
    }

    /** A duration, or {uniform: {min, max}}, or {lognormal: {median, sigma}}. */
    private @Nullable Delay delay(YamlNode node, String path) {
        if (node instanceof YamlNode.Scalar scalar) {
            return new Delay.Fixed(DurationText.parse(scalar.text()));
        }
        Section section = new Section(node, path, problems);
        Delay fixed = section.scalar("fixed", text -> new Delay.Fixed(DurationText.parse(text)));
        Delay uniform = section.read("uniform", this::uniform);
        Delay lognormal = section.read("lognormal", this::lognormal);
        section.end();
        long given = Stream.of("fixed", "uniform", "lognormal")
                .filter(section.entries()::containsKey)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "must be a duration such as 400ms, {uniform: {min, max}} or {lognormal: {median, sigma}}");
        }
        return fixed != null ? fixed : uniform != null ? uniform : lognormal;
    }

    private @Nullable Delay uniform(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Duration min = required(section, "min", section.duration("min"));
        Duration max = required(section, "max", section.duration("max"));
        section.end();
        return min == null || max == null ? null : new Delay.Uniform(min, max);
    }

    private @Nullable Delay lognormal(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Duration median = required(section, "median", section.duration("median"));
        Double sigma = section.number("sigma", 0, 5);
        section.end();
        return median == null ? null : new Delay.Lognormal(median, sigma == null ? 0.4 : sigma);
    }

    private static @Nullable Duration required(Section section, String key, @Nullable Duration value) {
        if (value == null && !section.entries().containsKey(key)) {
            throw new IllegalArgumentException("needs the key " + key);
        }
        return value;
    }
}
