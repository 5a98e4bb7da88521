package dev.rota.provider.judge;

import dev.rota.provider.Headers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error, read.
 *
 * @param httpStatus of the response; 0 if unknown
 * @param status the status the error speaks of: the response's if it is an error's, else the error's own code, else 0
 * @param words all words of the error, in lower case, for rules to look into
 * @param codes the codes and types it names, at every level, in lower case
 * @param code the provider's own code; null if it names none
 * @param message the words for people; empty if there are none
 * @param upstream whether it says that the provider behind the catalogue is meant
 * @param ownKey whether that provider was called with our own key, so that its limits are ours
 * @param structured whether it was an object, rather than a page or a line of text
 * @param html whether it is a web page
 * @param quotaHeaders headers that the error holds inside
 */
record ErrorReport(
        int httpStatus,
        int status,
        String words,
        Set<String> codes,
        @Nullable String code,
        String message,
        boolean upstream,
        boolean ownKey,
        boolean structured,
        boolean html,
        Headers quotaHeaders) {

    ErrorReport {
        codes = Set.copyOf(codes);
    }

    /** Whether its words match. */
    boolean says(Pattern pattern) {
        return pattern.matcher(words).find();
    }

    boolean statusIsOneOf(Integer... statuses) {
        return List.of(statuses).contains(status);
    }

    boolean hasCode(String... wanted) {
        return List.of(wanted).stream().anyMatch(codes::contains);
    }

    boolean serverError() {
        return status >= 500 && status <= 599;
    }
}
