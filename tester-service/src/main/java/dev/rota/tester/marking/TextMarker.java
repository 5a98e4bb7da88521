package dev.rota.tester.marking;

import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.Printable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The graders that look at the text alone. */
final class TextMarker {
    private static final Pattern NUMBER =
            Pattern.compile("[-+\u2212]?\\d[\\d,_]*+(?:\\.\\d++)?+(?:[eE][-+]?\\d{1,3}+)?+");
    private static final int EXCERPT = 80;

    private TextMarker() {}

    static List<Check> contains(Grader.Contains grader, String text) {
        String searched = grader.ignoreCase() ? text.toLowerCase(Locale.ROOT) : text;
        return grader.all().stream()
                .map(part -> check(
                        "contains \"" + part + "\"",
                        searched.contains(grader.ignoreCase() ? part.toLowerCase(Locale.ROOT) : part),
                        "the answer is " + excerpt(text)))
                .toList();
    }

    static List<Check> equal(Grader.Equals grader, String text) {
        String expected = grader.text().strip();
        boolean equal = grader.ignoreCase() ? text.equalsIgnoreCase(expected) : text.equals(expected);
        return List.of(check("is \"" + expected + "\"", equal, "the answer is " + excerpt(text)));
    }

    static List<Check> number(Grader.NumberNear grader, String text) {
        String last = "";
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            last = numbers.group();
        }
        boolean near =
                !last.isEmpty() && Math.abs(Double.parseDouble(plain(last)) - grader.value()) <= grader.tolerance();
        return List.of(
                check("says " + grader.value(), near, last.isEmpty() ? "the answer has no number" : "it says " + last));
    }

    static List<Check> length(Grader.Length grader, String text) {
        int length = text.codePointCount(0, text.length());
        return List.of(check(
                "has %d to %d characters".formatted(grader.minCharacters(), grader.maxCharacters()),
                length >= grader.minCharacters() && length <= grader.maxCharacters(),
                "it has " + length));
    }

    static List<Check> regex(Grader.Regex grader, String text) {
        BoundedRegex regex = new BoundedRegex(grader.pattern());
        BoundedRegex.Result result = grader.whole() ? regex.matchesWhole(text) : regex.find(text);
        String detail = result == BoundedRegex.Result.GAVE_UP
                ? "given up after " + BoundedRegex.LIMIT.toMillis() + " ms"
                : "the answer is " + excerpt(text);
        return List.of(check("matches " + grader.pattern(), result == BoundedRegex.Result.FOUND, detail));
    }

    static List<Check> refusal(Grader.Refusal grader, String text) {
        boolean refused = Refusals.isRefusal(text);
        return List.of(check(
                grader.expected() ? "refuses" : "does not refuse",
                refused == grader.expected(),
                "the answer is " + excerpt(text)));
    }

    static Check check(String name, boolean passed, String detail) {
        return new Check(name, 1, passed, passed ? "" : detail);
    }

    private static String excerpt(String text) {
        return text.isEmpty() ? "empty" : "\"" + Printable.of(text, EXCERPT) + "\"";
    }

    private static String plain(String number) {
        return number.replace(",", "").replace("_", "").replace('\u2212', '-');
    }
}
