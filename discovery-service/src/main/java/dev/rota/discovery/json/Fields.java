package dev.rota.discovery.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.domain.model.WordSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record, each read with its bounds. A field that is missing or null is not there; that is no
 * problem.
 */
final class Fields {
    /** More tokens than this is a slip. */
    private static final long MAX_TOKENS = 1_000_000_000;

    private static final int MAX_WORDS = 128;
    private static final int MAX_WORD_LENGTH = 64;

    private Fields() {}

    static boolean missing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** A number of tokens; null where none of the fields is there. The first one that is there counts. */
    static @Nullable Long tokens(JsonNode record, String... fields) throws FieldProblem {
        for (String field : fields) {
            JsonNode node = at(record, field);
            if (!missing(node)) {
                return tokens(field, node);
            }
        }
        return null;
    }

    private static Long tokens(String field, JsonNode node) throws FieldProblem {
        boolean whole =
                node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToLong() && node.longValue() >= 0;
        if (!whole || node.longValue() > MAX_TOKENS) {
            throw wrong(field, "must be a whole number of tokens, at most " + MAX_TOKENS, node);
        }
        return node.longValue();
    }

    /** A list of words such as modalities or parameters; null where the field is not there. */
    static @Nullable WordSet words(JsonNode record, String field) throws FieldProblem {
        JsonNode node = at(record, field);
        if (missing(node)) {
            return null;
        }
        if (!node.isArray() || node.size() > MAX_WORDS) {
            throw wrong(field, "must be a list of at most " + MAX_WORDS + " words", node);
        }
        List<String> words = new ArrayList<>(node.size());
        for (JsonNode word : node) {
            words.add(word(field, word));
        }
        return WordSet.of(words);
    }

    private static String word(String field, JsonNode node) throws FieldProblem {
        String word = node.isTextual() ? node.textValue().strip() : "";
        if (word.isEmpty() || word.length() > MAX_WORD_LENGTH || control(word)) {
            throw wrong(field, "must hold words of at most " + MAX_WORD_LENGTH + " characters", node);
        }
        return word;
    }

    private static boolean control(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isISOControl(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Text; null where the field is not there. */
    static @Nullable String text(JsonNode record, String field) throws FieldProblem {
        JsonNode node = at(record, field);
        if (missing(node)) {
            return null;
        }
        if (!node.isTextual()) {
            throw wrong(field, "must be text", node);
        }
        return node.textValue();
    }

    /** The node at a path of names with dots between them; its parents must be objects, where they are there. */
    static JsonNode at(JsonNode record, String path) throws FieldProblem {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return record.path(path);
        }
        JsonNode parent = record.path(path.substring(0, dot));
        if (!missing(parent) && !parent.isObject()) {
            throw wrong(path.substring(0, dot), "must be an object", parent);
        }
        return parent.path(path.substring(dot + 1));
    }

    static FieldProblem wrong(String field, String rule, JsonNode node) {
        return new FieldProblem(field, rule + ", not " + CatalogueProblem.quote(node.toString()));
    }
}
