package dev.rota.tester.marking;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that gives up. The engine of the JDK cannot be interrupted and may backtrack for ever, but it
 * reads its input through us: after a time the input refuses.
 */
final class BoundedRegex {
    /** The longest that one search may take. */
    static final Duration LIMIT = Duration.ofMillis(500);

    private static final int LOOKS_BETWEEN_CHECKS = 1024;

    private final Pattern pattern;

    BoundedRegex(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** What came of a search. */
    enum Result {
        FOUND,
        NOT_FOUND,
        GAVE_UP
    }

    /** Looks for the pattern anywhere in the text. */
    Result find(String text) {
        return search(text, Matcher::find);
    }

    /** Matches the pattern against all of the text. */
    Result matchesWhole(String text) {
        return search(text, Matcher::matches);
    }

    private Result search(String text, Predicate<Matcher> search) {
        try {
            Timed timed = new Timed(text, System.nanoTime() + LIMIT.toNanos());
            return search.test(pattern.matcher(timed)) ? Result.FOUND : Result.NOT_FOUND;
        } catch (TimeUp | StackOverflowError e) {
            return Result.GAVE_UP;
        }
    }

    private static final class TimeUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TimeUp() {
            super("the time for a regular expression is up", null, false, false);
        }
    }

    private static final class Timed implements CharSequence {
        private final String text;
        private final long endNanos;
        private int looks;

        Timed(String text, long endNanos) {
            this.text = text;
            this.endNanos = endNanos;
        }

        @Override
        public char charAt(int index) {
            if (++looks % LOOKS_BETWEEN_CHECKS == 0 && System.nanoTime() - endNanos > 0) {
                throw new TimeUp();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
