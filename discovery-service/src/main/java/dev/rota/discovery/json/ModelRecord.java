package dev.rota.discovery.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Expiry;
import dev.rota.discovery.catalogue.Listing;
import dev.rota.discovery.catalogue.Price;
import dev.rota.discovery.catalogue.ReadingBuilder;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.model.WordSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One record of a catalogue: the id must be there, everything else may be missing. A fact that matters and cannot be
 * read costs the record; a name or a date of creation that cannot be read does not.
 */
public final class ModelRecord {
    /** The names of the fields that are read, or hold one that is. */
    static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "active",
            "created",
            "expiration_date",
            "alias_target",
            "pricing",
            "architecture",
            "supported_parameters",
            "top_provider",
            "context_length",
            "context_window",
            "max_model_len",
            "max_context_length",
            "max_completion_tokens");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int MAX_NAME = 200;

    /** Unix seconds up to the year 5138; a larger number is milliseconds, or nonsense. */
    private static final long MAX_SECONDS = 100_000_000_000L;

    private final String catalogue;
    private final Instant now;
    private final boolean freeWhereUnknown;

    /** Thousands of models share a few sets of words; kept once each, a reading is a third of the size. */
    private final Map<WordSet, WordSet> sets = new HashMap<>();

    /**
     * @param catalogue the catalogue's name
     * @param now when it is read
     * @param freeWhereUnknown whether a model without prices costs nothing, as on a server of one's own
     */
    public ModelRecord(String catalogue, Instant now, boolean freeWhereUnknown) {
        this.catalogue = catalogue;
        this.now = now;
        this.freeWhereUnknown = freeWhereUnknown;
    }

    /** Adds the record to the reading, or says there why not. */
    void read(String field, JsonNode record, ReadingBuilder reading) {
        ModelId model = null;
        try {
            model = id(record);
            if (record.path("active").isBoolean() && !record.path("active").booleanValue()) {
                reading.leaveOut();
                return;
            }
            reading.add(field, listing(model, field, record, reading));
        } catch (FieldProblem e) {
            String of = model == null ? "" : " (" + model + ")";
            reading.skip(
                    model, field + "." + e.field(), e.rule() + of + "; the record is left out, what was known stays");
        }
    }

    private ModelId id(JsonNode record) throws FieldProblem {
        if (!record.isObject()) {
            throw Fields.wrong("id", "must be in an object", record);
        }
        JsonNode id = record.path("id");
        if (!id.isTextual()) {
            throw Fields.wrong("id", "must be text", id);
        }
        try {
            return new ModelId(catalogue, id.textValue());
        } catch (IllegalArgumentException _) {
            throw Fields.wrong("id", "must be text of 1 to some " + ModelId.MAX_LENGTH + " plain characters", id);
        }
    }

    private Listing listing(ModelId model, String field, JsonNode record, ReadingBuilder reading) throws FieldProblem {
        Prices prices = Prices.of(record, freeWhereUnknown);
        Modalities modalities = Modalities.of(record, model.providerId());
        Long context = Fields.tokens(
                record,
                "context_length",
                "context_window",
                "max_model_len",
                "max_context_length",
                "top_provider.context_length");
        Set<String> parameters = Fields.words(record, "supported_parameters");
        Facts facts = new Facts(
                name(model, field, record, reading),
                model.family(),
                context == null ? 0 : context,
                Fields.tokens(record, "top_provider.max_completion_tokens", "max_completion_tokens"),
                shared(modalities.input()),
                shared(modalities.output()),
                shared(parameters == null ? Set.of() : parameters),
                text(prices.prompt()),
                text(prices.completion()),
                prices.free(),
                created(field, record, reading),
                expiry(record));
        return new Listing(model, facts, aliasOf(record));
    }

    private WordSet shared(Set<String> words) {
        WordSet set = WordSet.of(words);
        WordSet earlier = sets.putIfAbsent(set, set);
        return earlier == null ? set : earlier;
    }

    private static String name(ModelId model, String field, JsonNode record, ReadingBuilder reading) {
        JsonNode node = record.path("name");
        if (!node.isTextual()) {
            if (!Fields.missing(node)) {
                reading.problem(field + ".name", "must be text; the id stands for it");
            }
            return model.providerId();
        }
        String plain = CONTROL.matcher(node.textValue()).replaceAll(" ").strip();
        String name = plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain;
        return name.isEmpty() ? model.providerId() : name;
    }

    private static @Nullable Instant created(String field, JsonNode record, ReadingBuilder reading) {
        JsonNode node = record.path("created");
        if (Fields.missing(node)) {
            return null;
        }
        if (node.isNumber() && Math.abs(node.doubleValue()) < MAX_SECONDS) {
            return node.longValue() == 0 ? null : Instant.ofEpochSecond(node.longValue());
        }
        reading.problem(
                field + ".created",
                "must be a time in Unix seconds, not " + CatalogueProblem.quote(node.toString())
                        + "; taken for unknown");
        return null;
    }

    private @Nullable Instant expiry(JsonNode record) throws FieldProblem {
        String text = Fields.text(record, "expiration_date");
        try {
            return text == null ? null : Expiry.parse(text, now);
        } catch (IllegalArgumentException e) {
            throw new FieldProblem("expiration_date", "is refused: " + e.getMessage());
        }
    }

    /** OpenRouter tells the target as {@code {"name": …, "slug": …}}. */
    private static @Nullable String aliasOf(JsonNode record) throws FieldProblem {
        String slug = Fields.text(record, "alias_target.slug");
        if (slug != null && (slug.isBlank() || slug.length() > ModelId.MAX_LENGTH)) {
            throw new FieldProblem("alias_target.slug", "must be a model's id");
        }
        return slug;
    }

    private static @Nullable String text(@Nullable BigDecimal price) {
        return price == null ? null : Price.format(price);
    }
}
