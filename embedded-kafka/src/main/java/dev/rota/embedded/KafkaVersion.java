package dev.rota.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's version, as far as it decides who can read whose data: major and minor. Unreadable text counts as 0.0. */
record KafkaVersion(int major, int minor) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6}).*");

    static KafkaVersion parse(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.matches()
                ? new KafkaVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new KafkaVersion(0, 0);
    }

    boolean isAfter(KafkaVersion other) {
        return major != other.major ? major > other.major : minor > other.minor;
    }
}
