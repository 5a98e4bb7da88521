package dev.rota.provider.limit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests an account is allowed, said at the end of a failure's message, where a person sees it and planning
 * reads it: a result has no field for it. Such as {@code Rate limit exceeded (limit: 50 requests a day)}.
 */
public final class LimitWords {
    private static final Pattern WORDS = Pattern.compile("\\(limit: (\\d{1,15}) requests a (minute|day)\\)$");

    private LimitWords() {}

    /**
     * What the words say.
     *
     * @param scope the period that the requests are for
     * @param allowed requests in it, 1 or more
     */
    public record Allowance(LimitScope scope, long allowed) {}

    /** The words with the limit, where the provider said how many requests it allows. */
    public static String with(String words, AccountLimit limit) {
        Long allowed = limit.allowed();
        if (allowed == null || allowed < 1) {
            return words;
        }
        String period = limit.scope() == LimitScope.DAY ? "day" : "minute";
        return (words + " (limit: " + allowed + " requests a " + period + ")").strip();
    }

    /** The limit in a message; empty if it says none. */
    public static Optional<Allowance> read(String message) {
        Matcher matcher = WORDS.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        long allowed = Long.parseLong(matcher.group(1));
        LimitScope scope = matcher.group(2).equals("day") ? LimitScope.DAY : LimitScope.MINUTE;
        return allowed < 1 ? Optional.empty() : Optional.of(new Allowance(scope, allowed));
    }
}
