package dev.rota.simulator.behaviour;

/** Oddities of real providers that a client must take without harm: the answer is still good. */
public enum Quirk {
    /** Comment lines before and between the frames of a stream. */
    COMMENTS,
    /** White space before a JSON body. */
    LEADING_SPACE,
    /** The usage comes in a last frame whose list of choices is empty. */
    USAGE_WITHOUT_CHOICES,
    /** No usage at all. */
    NO_USAGE,
    /** The stream ends after its finish reason without {@code [DONE]}. */
    NO_DONE,
    /** Lines of the stream end in CR LF. */
    CRLF,
    /** A stream is asked for and the answer comes as one JSON body. */
    IGNORES_STREAM
}
