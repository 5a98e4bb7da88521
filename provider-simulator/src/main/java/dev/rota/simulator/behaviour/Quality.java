package dev.rota.simulator.behaviour;

/** How good an answer is. */
public enum Quality {
    /** Does all that was asked. */
    RIGHT,
    /** Does a part of it. */
    PARTLY,
    /** Looks like an answer and is none. */
    WRONG,
    /** Complete, with no content. */
    EMPTY,
    /** Thinks, and says nothing. */
    REASONING_ONLY
}
