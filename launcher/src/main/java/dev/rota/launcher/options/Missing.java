package dev.rota.launcher.options;

import dev.rota.domain.text.Nearest;
import java.util.Set;

/** What to say of a rotation that is followed and is not there. */
public final class Missing {
    private Missing() {}

    /** It may come yet, or the name may be wrong. */
    public static String yet(String name, Set<String> names) {
        String near = names.isEmpty()
                ? ""
                : Nearest.to(name, names)
                        .map(nearest -> ", did you mean \"" + nearest + "\"?")
                        .orElse("; there are: " + String.join(", ", names));
        return "no rotation \"" + name + "\" yet" + near + (near.endsWith("?") ? " Waiting" : "; waiting")
                + " for its first revision";
    }
}
