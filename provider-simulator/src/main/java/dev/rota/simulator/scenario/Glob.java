package dev.rota.simulator.scenario;

import java.util.regex.Pattern;

/**
 * A pattern for model ids: {@code *} stands for any text, slashes included, {@code ?} for one character. The same id
 * without either is that id alone.
 */
public final class Glob {
    private final String text;
    private final Pattern pattern;

    public Glob(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        this.pattern = Pattern.compile(regex.toString());
    }

    public boolean matches(String model) {
        return pattern.matcher(model).matches();
    }

    /** Whether it names one model. */
    public boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
