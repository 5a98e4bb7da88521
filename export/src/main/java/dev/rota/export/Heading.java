package dev.rota.export;

import java.util.List;
import java.util.stream.Stream;

/** What a file says of itself, as comments. Nothing in it changes while the models stay the same. */
final class Heading {
    private Heading() {}

    static String of(Selected selected, String... usage) {
        List<String> keys = selected.targets().stream()
                .flatMap(target -> target.endpoint().keyVariable().stream())
                .distinct()
                .sorted()
                .toList();
        Stream<String> lines = Stream.concat(
                Stream.of(
                        "The rotation " + selected.rotation().name() + " of Rota, the primary first.",
                        keys.isEmpty()
                                ? "No key is needed."
                                : "Keys come from the environment: " + String.join(", ", keys) + "."),
                Stream.of(usage));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("# ").append(line).append('\n'));
        return text.toString();
    }
}
