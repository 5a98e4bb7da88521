package dev.rota.simulator.behaviour;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Things that happen with given weights; the weights need not add up to one.
 *
 * @param parts each thing and its weight, in a fixed order so that a seed gives the same draws
 */
public record Mixture<T>(List<Part<T>> parts) {

    public Mixture {
        parts = List.copyOf(parts);
        double total = parts.stream().mapToDouble(Part::weight).sum();
        if (!(total > 0)) {
            throw new IllegalArgumentException("the weights must add up to more than 0, not " + total);
        }
    }

    /** One thing and its weight, 0 or more. */
    public record Part<T>(T value, double weight) {
        public Part {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight must be a finite number of 0 or more, not " + weight);
            }
        }
    }

    /** Always the same thing. */
    public static <T> Mixture<T> only(T value) {
        return new Mixture<>(List.of(new Part<>(value, 1)));
    }

    /** From a map; its iteration order is kept. */
    public static <T> Mixture<T> of(Map<T, Double> weights) {
        return new Mixture<>(weights.entrySet().stream()
                .map(e -> new Part<>(e.getKey(), e.getValue()))
                .toList());
    }

    /** Draws one thing. */
    public T pick(RandomGenerator random) {
        double left =
                random.nextDouble() * parts.stream().mapToDouble(Part::weight).sum();
        for (Part<T> part : parts) {
            left -= part.weight();
            if (left < 0) {
                return part.value();
            }
        }
        return lastPossible();
    }

    /** Where rounding leaves nothing over, the last thing that has a weight. */
    private T lastPossible() {
        return parts.stream()
                .filter(part -> part.weight() > 0)
                .reduce((_, later) -> later)
                .orElseThrow()
                .value();
    }
}
