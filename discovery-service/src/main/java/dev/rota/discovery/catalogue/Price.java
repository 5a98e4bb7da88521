package dev.rota.discovery.catalogue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One price, in US dollars for one unit. Prices travel as decimal strings; a comparison of the string with a number
 * once led people to report a catalogue of 347 models without a free one, so only decimals are compared here.
 */
public final class Price {
    /** More than this for one token is a slip of the unit: the dearest model known costs 0.0006. */
    public static final BigDecimal MAX_PER_TOKEN = BigDecimal.ONE;

    /**
     * The keys of a price list that a request for text with a text answer is not charged by. Every other key counts as
     * a text price, one not known today included: a model must not pass for free because its price has a new name.
     */
    public static final Set<String> OTHER_KEYS = Set.of(
            "image",
            "image_output",
            "image_token",
            "audio",
            "audio_output",
            "input_audio_cache",
            "video",
            "video_output",
            "web_search",
            "discount");

    /** Keys that are text prices wherever they stand. */
    public static final Set<String> TEXT_KEYS = Set.of(
            "prompt",
            "completion",
            "request",
            "internal_reasoning",
            "input_cache_read",
            "input_cache_write",
            "input_cache_write_1h");

    /** No price string is longer in earnest; a longer one would be work for nothing. */
    private static final int MAX_LENGTH = 40;

    private Price() {}

    /**
     * Reads a price.
     *
     * @throws IllegalArgumentException if it is no decimal number or an absurd one; the message does not name the field
     */
    public static BigDecimal parse(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH) {
            throw notDecimal(text, null);
        }
        try {
            BigDecimal price = new BigDecimal(trimmed);
            if (Math.abs((long) price.scale()) > MAX_LENGTH || price.compareTo(MAX_PER_TOKEN) > 0) {
                throw new IllegalArgumentException("a price above " + MAX_PER_TOKEN + " US dollar for one unit, "
                        + CatalogueProblem.quote(text) + ", is taken for a slip");
            }
            return price;
        } catch (NumberFormatException e) {
            throw notDecimal(text, e);
        }
    }

    /** The one way a price is written here, so that equal prices are equal strings: no exponent, no idle zeros. */
    public static String format(BigDecimal price) {
        return price.signum() == 0 ? "0" : price.stripTrailingZeros().toPlainString();
    }

    /** Whether prices are known and every one of them is zero. A negative one says "varies": not free. */
    public static boolean free(Collection<BigDecimal> textPrices) {
        return !textPrices.isEmpty() && textPrices.stream().allMatch(price -> price.signum() == 0);
    }

    /** Whether one price is at least a thousand times the other: more likely a slip of the unit than a new price. */
    public static boolean thousandfold(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return false;
        }
        BigDecimal from = new BigDecimal(before);
        BigDecimal to = new BigDecimal(after);
        if (from.signum() <= 0 || to.signum() <= 0) {
            return false;
        }
        return from.min(to).movePointRight(3).compareTo(from.max(to)) <= 0;
    }

    private static IllegalArgumentException notDecimal(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "a price must be a decimal number such as \"0.0000002\", not " + CatalogueProblem.quote(text), cause);
    }
}
