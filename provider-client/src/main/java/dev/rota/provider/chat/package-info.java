/**
 * Chats with a model: a {@link dev.rota.provider.chat.ChatRequest} becomes JSON, and whatever comes back, a stream or
 * one JSON object, whole or damaged, becomes a {@link dev.rota.provider.judge.Transcript} with its times.
 *
 * <p>{@link dev.rota.provider.chat.ResponseReader} tells what the body is, {@link dev.rota.provider.chat.FrameReader}
 * finds the frames of a stream in its lines, {@link dev.rota.provider.chat.AnswerBuilder} gathers what they say.
 */
@NullMarked
package dev.rota.provider.chat;

import org.jspecify.annotations.NullMarked;
