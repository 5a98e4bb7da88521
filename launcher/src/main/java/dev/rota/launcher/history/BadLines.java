package dev.rota.launcher.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a file that were not used: how many of each kind, and the first of each with its reason. */
public final class BadLines {
    private final Map<Kind, Tally> kinds = new LinkedHashMap<>();

    /** What can be wrong with a line. */
    public enum Kind {
        /** It is not JSON. */
        NOT_JSON("not JSON"),
        /** It is JSON, but no result: a field is missing, or breaks a rule. */
        NOT_A_RESULT("not a result"),
        /** It is a result that cannot be true. */
        IMPOSSIBLE("impossible"),
        /**
         * A line before it has the same model and resultId: no mistake, for a result counts once however often it
         * comes.
         */
        REPEATED("repeated"),
        /** Its time has not come. */
        FUTURE("from the future");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    void add(Kind kind, long line, String reason) {
        kinds.merge(
                kind,
                new Tally(1, line, reason),
                (before, next) -> new Tally(before.count + 1, before.line, before.reason));
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** Whether lines were left out that somebody may have meant to count. */
    public boolean lossy() {
        return kinds.keySet().stream().anyMatch(kind -> kind != Kind.REPEATED);
    }

    /** A sentence for each kind. */
    public List<String> sentences(String file) {
        List<String> sentences = new ArrayList<>();
        kinds.forEach((kind, tally) -> sentences.add(file + ": " + tally.count + (tally.count == 1 ? " line" : " lines")
                + " " + kind.words + "; the first is line " + tally.line + ": " + tally.reason));
        return sentences;
    }

    private record Tally(long count, long line, String reason) {}
}
