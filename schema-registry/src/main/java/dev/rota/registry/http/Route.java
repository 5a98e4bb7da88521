package dev.rota.registry.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method and a path, and what answers it. The path's variable parts are written {@code {}}.
 *
 * @param answer yields what is sent as JSON; a {@link RawJson} is sent as it is
 */
record Route(String method, List<String> pattern, Function<Request, Object> answer) {

    /** JSON that is text already. */
    record RawJson(String text) {}

    private static final String VARIABLE = "{}";

    static Route of(String method, String path, Function<Request, Object> answer) {
        return new Route(method, segments(path), answer);
    }

    static List<String> segments(String path) {
        return List.of(path.split("/")).stream().filter(each -> !each.isEmpty()).toList();
    }

    /** The variable parts if the path is this route's. */
    Optional<List<String>> match(List<String> path) {
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (pattern.get(i).equals(VARIABLE)) {
                arguments.add(path.get(i));
            } else if (!pattern.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(arguments);
    }
}
