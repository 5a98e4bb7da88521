package dev.rota.report.content;

import java.util.List;

/**
 * The executive summary.
 *
 * @param sentences what happened, the most important first
 * @param comparisons figures before and after
 */
public record Summary(List<String> sentences, List<Comparison> comparisons) {
    public Summary {
        sentences = List.copyOf(sentences);
        comparisons = List.copyOf(comparisons);
    }
}
