package dev.rota.gateway.chat;

import dev.rota.client.call.Answer;
import dev.rota.client.call.Attempt;
import dev.rota.provider.chat.Passage;
import dev.rota.provider.judge.Transcript;

/** A response's way to the client. For the thread of the request. */
interface Relay extends Passage, AutoCloseable {
    /** Another attempt begins; what is left of an earlier one is forgotten. */
    void begin(Attempt attempt);

    /** Whether the client has gone, so that nobody wants an answer any more. */
    boolean clientGone();

    /** The answer is whole. */
    void finish(Answer<Transcript> answer);

    /**
     * There is none, or it broke off.
     *
     * @throws ChatError the same, if the client has seen nothing yet
     */
    void fail(ChatError error);

    /** Whether the client has seen anything. */
    boolean begun();

    /** Gives back what it holds, however it ended. */
    @Override
    void close();
}
