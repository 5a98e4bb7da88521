package dev.rota.discovery.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.domain.model.WordSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a model and what comes out: {@code architecture.input_modalities} and {@code output_modalities}, or
 * the older {@code architecture.modality}, {@code text+image->text}.
 *
 * @param input sorted
 * @param output sorted
 */
record Modalities(Set<String> input, Set<String> output) {
    private static final Set<String> TEXT = Set.of("text");

    /** Catalogues that tell no modalities list models that do not talk, too; their names are all there is to go by. */
    private static final Pattern NO_CHAT = Pattern.compile(
            "(^|[^a-z])(embed|embedding|embeddings|whisper|tts|rerank|reranker|moderation|dall-e|transcribe)([^a-z]|$)"
                    + "|text-embedding|embed-text|stable-diffusion");

    static Modalities of(JsonNode record, String id) throws FieldProblem {
        Set<String> input = Fields.words(record, "architecture.input_modalities");
        Set<String> output = Fields.words(record, "architecture.output_modalities");
        if (input != null && output != null) {
            return new Modalities(input, output);
        }
        String arrow = Fields.text(record, "architecture.modality");
        if (arrow != null) {
            return new Modalities(orElse(input, part(arrow, 0)), orElse(output, part(arrow, 1)));
        }
        Set<String> unsaid = NO_CHAT.matcher(id.toLowerCase(Locale.ROOT)).find() ? Set.of() : TEXT;
        return new Modalities(orElse(input, TEXT), orElse(output, unsaid));
    }

    private static Set<String> part(String arrow, int index) throws FieldProblem {
        String[] sides = arrow.split("->", -1);
        if (sides.length != 2 || arrow.length() > 200) {
            throw new FieldProblem("architecture.modality", "must be written like text+image->text");
        }
        return Arrays.stream(sides[index].strip().split("\\+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.toList(), WordSet::of));
    }

    private static Set<String> orElse(@Nullable Set<String> said, Set<String> otherwise) {
        return said == null ? otherwise : said;
    }
}
