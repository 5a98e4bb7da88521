package dev.rota.simulator.scenario;

import dev.rota.domain.result.FailureKind;
import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Mixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads a mixture: one word, a list of words that are equally likely, or words with weights. A word may stand for
 * several things, which then share its weight.
 */
final class MixtureReader {
    private MixtureReader() {}

    static <E extends Enum<E>> Mixture<E> constants(Class<E> type, YamlNode node) {
        return read(node, word -> List.of(Words.constant(type, word)));
    }

    /** Shapes by their own names or by the kind of failure that they are. */
    static Mixture<FailureShape> failures(YamlNode node) {
        return read(node, MixtureReader::shapes);
    }

    private static List<FailureShape> shapes(String word) {
        Map<String, List<FailureShape>> known = new LinkedHashMap<>();
        Words.constants(FailureShape.class).forEach((name, shape) -> known.put(name, List.of(shape)));
        for (FailureKind kind : FailureKind.values()) {
            known.put(kind.name(), FailureShape.of(kind));
        }
        List<FailureShape> shapes = known.get(word);
        if (shapes == null) {
            throw new IllegalArgumentException("\"" + word + "\" is no failure" + Nearest.hint(word, known.keySet()));
        }
        return shapes;
    }

    private static <T> Mixture<T> read(YamlNode node, Function<String, List<T>> word) {
        List<Mixture.Part<T>> parts = new ArrayList<>();
        switch (node) {
            case YamlNode.Scalar scalar -> share(parts, word.apply(scalar.text()), 1);
            case YamlNode.Sequence list ->
                list.items().forEach(item -> share(parts, word.apply(Section.text(item)), 1));
            case YamlNode.Mapping mapping ->
                mapping.entries().forEach((key, weight) -> share(parts, word.apply(key), weight(key, weight)));
        }
        return new Mixture<>(parts);
    }

    private static <T> void share(List<Mixture.Part<T>> parts, List<T> values, double weight) {
        values.forEach(value -> parts.add(new Mixture.Part<>(value, weight / values.size())));
    }

    private static double weight(String key, YamlNode node) {
        try {
            return Section.numberOf(Section.text(node), 0, 1e9);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the weight of " + key + " " + e.getMessage(), e);
        }
    }
}
