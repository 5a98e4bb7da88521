package dev.rota.tester.sandbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Code, and what to ask of it.
 *
 * @param code is loaded first; a script, not a module
 * @param function the function that the code defines; steps call it by this name
 * @param steps JavaScript expressions, evaluated in order
 * @param isolated whether each step starts from the state that loading left, rather than the one the last step left
 */
public record Program(String code, String function, List<String> steps, boolean isolated) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{0,99}");

    public Program {
        if (!isName(function)) {
            throw new IllegalArgumentException("\"" + function + "\" is no name of a JavaScript function");
        }
        steps = List.copyOf(steps);
    }

    /** Whether a text can name a function here: letters of ASCII, digits, underscores and dollar signs. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
