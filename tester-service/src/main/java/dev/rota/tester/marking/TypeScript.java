package dev.rota.tester.marking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the type annotations out of simple TypeScript. It is a guess, used only on code that is no JavaScript as it
 * stands: declarations of types, annotations of variables, parameters and results, and {@code as}.
 */
final class TypeScript {
    private static final String NAME = "[A-Za-z_$][\\w$.]*+";
    private static final String ONE = "(?:readonly\\s++)?" + NAME
            + "(?:<[^<>(){}=;]{0,80}+(?:<[^<>(){}=;]{0,40}+>)?+[^<>(){}=;]{0,40}+>)?+(?:\\[\\])*+";
    private static final String TYPE = ONE + "(?:\\s*+[|&]\\s*+(?:" + ONE + "|'[^'\\n]{0,40}+'|\"[^\"\\n]{0,40}+\"))*+";
    private static final Pattern DECLARATION = Pattern.compile(
            "(?m)^[ \\t]*+(?:declare\\s++)?(?:interface\\s++[^{\\n]{1,100}+\\{[^{}]{0,2000}+\\}|type\\s++\\w++[^=\\n]{0,60}+=[^;{}]{0,400}+;|type\\s++\\w++\\s*+=\\s*+\\{[^{}]{0,2000}+\\};?)");
    private static final Pattern VARIABLE =
            Pattern.compile("\\b((?:const|let|var)\\s++[A-Za-z_$][\\w$]*+)\\s*+:\\s*+" + TYPE + "(?=\\s*+[=;\\n])");
    private static final Pattern CAST = Pattern.compile("\\s++as\\s++(?:const\\b|" + TYPE + ")");
    private static final Pattern GENERIC =
            Pattern.compile("(\\bfunction\\s++[A-Za-z_$][\\w$]*+)\\s*+<[^<>(){}]{0,100}+>(?=\\()");
    private static final Pattern RESULT = Pattern.compile("\\s*+:\\s*+" + TYPE + "(?=\\s*+(?:=>|\\{))");
    private static final Pattern BODY = Pattern.compile("\\s*+(?:=>|\\{)");
    private static final Pattern PARAMETER = Pattern.compile(
            "((?:^|,)\\s*+(?:\\.\\.\\.)?[A-Za-z_$][\\w$]*+)\\??\\s*+:\\s*+" + TYPE + "(?=\\s*+(?:,|=|$))");
    private static final Pattern STATEMENT = Pattern.compile("(?:^|[^\\w$])(?:if|for|while|switch|catch|with)\\s*+$");

    private TypeScript() {}

    static String stripped(String code) {
        String plain = DECLARATION.matcher(code).replaceAll("");
        plain = VARIABLE.matcher(plain).replaceAll("$1");
        plain = GENERIC.matcher(plain).replaceAll("$1");
        return CAST.matcher(signatures(plain)).replaceAll("");
    }

    /** Takes the types out of every list of parameters, and of the result behind it. */
    private static String signatures(String code) {
        StringBuilder out = new StringBuilder(code.length());
        int at = 0;
        for (int open = code.indexOf('('); open >= 0; open = code.indexOf('(', at)) {
            int close = closing(code, open);
            int end = close < 0 ? -1 : endOfSignature(code, open, close);
            out.append(code, at, open + 1);
            at = open + 1;
            if (end >= 0) {
                out.append(PARAMETER.matcher(code.substring(open + 1, close)).replaceAll("$1"))
                        .append(')');
                at = end;
            }
        }
        return out.append(code, at, code.length()).toString();
    }

    /** Where the code goes on behind a signature: behind its closing bracket or its result type; -1 if it is none. */
    private static int endOfSignature(String code, int open, int close) {
        if (STATEMENT.matcher(code.substring(Math.max(0, open - 20), open)).find()) {
            return -1;
        }
        Matcher result = RESULT.matcher(code).region(close + 1, code.length());
        if (result.lookingAt()) {
            return result.end();
        }
        return BODY.matcher(code).region(close + 1, code.length()).lookingAt() ? close + 1 : -1;
    }

    private static int closing(String code, int open) {
        int depth = 0;
        for (int i = open; i < code.length() && i < open + 2000; i++) {
            char c = code.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
