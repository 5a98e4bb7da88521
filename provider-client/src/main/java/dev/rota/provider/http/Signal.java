package dev.rota.provider.http;

/** What a reader made of the bytes it was given. */
public enum Signal {
    /** Nothing of use in them, such as a comment: the clock for the first token, or for idleness, goes on. */
    WAITING,
    /** Something of use: from now on the idle limit counts, anew. */
    ALIVE,
    /** The answer is complete; what may follow is of no interest. */
    DONE,
    /** No more of this. */
    STOP
}
