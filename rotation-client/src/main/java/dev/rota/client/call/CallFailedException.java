package dev.rota.client.call;

import java.util.List;
import java.util.stream.Collectors;

/** No model answered. The message says why the call ended and what each attempt came to. */
public final class CallFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Tried> tried;

    CallFailedException(String reason, List<Tried> tried) {
        super(reason + (tried.isEmpty() ? "" : "; tried " + summary(tried)));
        this.tried = List.copyOf(tried);
    }

    private static String summary(List<Tried> tried) {
        return tried.stream()
                .map(each -> each.model() + " (" + each.failure().kind() + " after " + each.latencyMs() + " ms)")
                .collect(Collectors.joining(", "));
    }

    /** The attempts, in order. */
    public List<Tried> tried() {
        return tried;
    }
}
