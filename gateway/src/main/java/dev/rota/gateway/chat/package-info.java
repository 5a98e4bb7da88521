/**
 * Rotations and models behind the chat API of OpenAI.
 *
 * <pre>
 * POST /v1/chat/completions ─> Ask ─> Targets: a rotation's models, or one ─> RotationCaller ─> Upstream ─> provider
 *                                                        client <── Relay, from the first token on <──┘
 * </pre>
 *
 * <p>Until the first token has come the client has seen nothing, and another model may be asked. What came of each
 * attempt is reported as a {@code TRAFFIC} result.
 */
@NullMarked
package dev.rota.gateway.chat;

import org.jspecify.annotations.NullMarked;
