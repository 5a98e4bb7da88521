package dev.rota.tester.marking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the code in an answer. Prompts ask for one fenced block; models send several, none, modules and TypeScript.
 * What comes out are candidates to be tried in order, as scripts without imports and exports.
 */
final class AnswerCode {
    private static final int MAX_CANDIDATES = 4;
    private static final Set<String> LANGUAGES =
            Set.of("", "js", "javascript", "jsx", "mjs", "cjs", "node", "ts", "typescript", "tsx", "es6");
    private static final Pattern IMPORT = Pattern.compile(
            "(?m)^[ \\t]*+import\\s[^;'\"]{0,500}+(?:'[^'\\n]{0,200}+'|\"[^\"\\n]{0,200}+\")[ \\t]*+;?");
    private static final Pattern EXPORT_LIST =
            Pattern.compile("(?m)^[ \\t]*+export[ \\t]*+(?:type[ \\t]++)?\\{[^}]{0,500}+\\}[^;\\n]{0,200}+;?");
    private static final Pattern EXPORT_NAME =
            Pattern.compile("(?m)^[ \\t]*+export[ \\t]++default[ \\t]++[A-Za-z_$][\\w$]*+[ \\t]*+;?[ \\t]*+$");
    private static final Pattern EXPORT_DEFAULT = Pattern.compile(
            "(?m)^([ \\t]*+)export[ \\t]++default[ \\t]++(?=(?:async[ \\t]++)?function[ \\t*]++[A-Za-z_$]|class[ \\t]++[A-Za-z_$])");
    private static final Pattern EXPORT_VALUE = Pattern.compile("(?m)^([ \\t]*+)export[ \\t]++default[ \\t]++");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^([ \\t]*+)export[ \\t]++(?=async|function|const|let|var|class|interface|type|enum)");
    private static final Pattern CODE_START = Pattern.compile(
            "(?m)^[ \\t]*+(?:/\\*|//|function\\b|async\\b|const\\b|let\\b|var\\b|class\\b|export\\b|module\\b)");

    private AnswerCode() {}

    /** The candidates for the code that defines a function; empty if the text has none. */
    static List<String> candidates(String text, String function) {
        Set<String> found = new LinkedHashSet<>();
        List<String> blocks = Fence.in(text).stream()
                .filter(fence -> LANGUAGES.contains(fence.language()))
                .map(Fence::content)
                .toList();
        if (!blocks.isEmpty()) {
            found.add(String.join("\n", blocks));
            blocks.stream().filter(block -> block.contains(function)).forEach(found::add);
        } else if (text.contains(function)) {
            found.add(text);
            fromFirstLineOfCode(text).ifPresent(found::add);
        }
        return found.stream()
                .filter(code -> code.contains(function))
                .limit(MAX_CANDIDATES)
                .map(AnswerCode::asScript)
                .toList();
    }

    private static Optional<String> fromFirstLineOfCode(String text) {
        Matcher start = CODE_START.matcher(text);
        int end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(';'));
        return start.find() && end > start.start()
                ? Optional.of(text.substring(start.start(), end + 1))
                : Optional.empty();
    }

    /** Without imports and exports, so that it can be evaluated as a script. */
    static String asScript(String code) {
        String script = IMPORT.matcher(code).replaceAll("");
        script = EXPORT_LIST.matcher(script).replaceAll("");
        script = EXPORT_NAME.matcher(script).replaceAll("");
        script = EXPORT_DEFAULT.matcher(script).replaceAll("$1");
        script = EXPORT_VALUE.matcher(script).replaceAll("$1module.exports = ");
        return EXPORT.matcher(script).replaceAll("$1");
    }
}
