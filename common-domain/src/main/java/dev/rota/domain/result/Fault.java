package dev.rota.domain.result;

/** Whom a failure speaks about. Only {@link #MODEL} failures count against a model. */
public enum Fault {
    /** The model, or the provider that serves it. */
    MODEL,
    /** Our key, our quota, our settings with the provider. */
    ACCOUNT,
    /** Our network, our code. */
    LOCAL
}
