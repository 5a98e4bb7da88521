/**
 * Says what came of a request and whom a failure speaks about. Pure: a {@link dev.rota.provider.judge.Transcript} or
 * {@link dev.rota.provider.judge.RawResponse} and the present go in, a {@link dev.rota.provider.judge.Verdict} comes
 * out.
 *
 * <p>An error is first read ({@link dev.rota.provider.judge.ErrorReport}): its words, codes and status, from JSON, from
 * JSON inside strings, from Python's way of printing, from HTML or plain text. Then
 * {@link dev.rota.provider.judge.ErrorRules} are tried in order; each asks for a meaning, not for one provider's
 * sentence.
 */
@NullMarked
package dev.rota.provider.judge;

import org.jspecify.annotations.NullMarked;
