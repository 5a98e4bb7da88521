package dev.rota.simulator.script;

import dev.rota.simulator.account.Admission;
import dev.rota.simulator.behaviour.FailureShape;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes every shape of failure. */
final class FailureScripts {
    private static final int PER_MINUTE = 20;
    private static final int PER_DAY = 50;

    private FailureScripts() {}

    /** The failure, after so long. */
    static Script of(FailureShape shape, Duration delay, Take take) {
        Script script = script(shape, take);
        if (delay.isZero()) {
            return script;
        }
        List<Step> steps = new ArrayList<>(script.steps());
        steps.addFirst(new Step.Wait(delay));
        return new Script(script.status(), script.headers(), steps);
    }

    private static Script script(FailureShape shape, Take take) {
        return switch (shape) {
            case MODEL_NOT_VALID -> AccountErrors.modelNotValid(take.model());
            case MODEL_DOES_NOT_EXIST -> ProviderErrors.doesNotExist(take);
            case NO_ENDPOINTS_FOUND -> AccountErrors.noEndpoints(take.model());
            case NO_ALLOWED_PROVIDERS -> ProviderErrors.noAllowedProviders();
            case FREE_PERIOD_ENDED -> ProviderErrors.freePeriodEnded(take);
            case UNAVAILABLE_FOR_FREE -> ProviderErrors.unavailableForFree(take);
            case TOOLS_UNSUPPORTED -> AccountErrors.toolsUnsupported();
            case PARAMETER_UNSUPPORTED -> ProviderErrors.parameterUnsupported(take);
            case INPUT_FLAGGED -> ProviderErrors.inputFlagged(take);
            case ANSWER_FILTERED -> BrokenAnswers.filtered(take);
            case UPSTREAM_429 -> ProviderErrors.rateLimited(take, 429);
            case UPSTREAM_429_IN_200 -> ProviderErrors.rateLimited(take, 200);
            case CHOICES_NULL_429 -> ProviderErrors.everythingNull(take);
            case OVERLOADED_503 -> ProviderErrors.overloaded(take);
            case OVERLOADED_529 -> ProviderErrors.overloadedAsAnthropic();
            case PROVIDER_500 -> ProviderErrors.internalError();
            case PROVIDER_502 -> ProviderErrors.providerError(take, 502);
            case PROVIDER_502_IN_200 -> ProviderErrors.providerError(take, 200);
            case ERROR_THEN_STREAM_TAIL -> ProviderErrors.errorThenStreamTail(take);
            case HTML_502 -> ProviderErrors.html(502, "502 Bad Gateway");
            case PROBLEM_504 -> ProviderErrors.problem(take);
            case HTML_524 -> ProviderErrors.html(524, "524: A timeout occurred");
            case HANG -> BrokenAnswers.hang(take);
            case HANG_WITH_COMMENTS -> BrokenAnswers.hangWithComments(take);
            case HANG_MIDSTREAM -> BrokenAnswers.hangMidstream(take);
            case CUT_MIDSTREAM -> BrokenAnswers.cutMidstream(take);
            case NO_END -> BrokenAnswers.noEnd(take);
            case ERROR_AFTER_FIRST_TOKEN -> BrokenAnswers.errorAfterFirstToken(take);
            case RAW_ERROR_AFTER_FIRST_TOKEN -> BrokenAnswers.rawErrorAfterFirstToken(take);
            case BAD_JSON -> BrokenAnswers.badJson(take);
            case MERGED_FRAMES -> BrokenAnswers.mergedFrames(take);
            case HTML_200 -> ProviderErrors.html(200, "Just a moment...");
            case EMPTY_CONTENT -> BrokenAnswers.empty(take, false);
            case NULL_CONTENT -> BrokenAnswers.empty(take, true);
            case NO_CHOICES -> BrokenAnswers.noChoices(take);
            case EMPTY_BODY -> BrokenAnswers.emptyBody(take);
            case REASONING_WITHOUT_ANSWER -> BrokenAnswers.reasoningOnly(take);
            case CUT_BY_LENGTH -> BrokenAnswers.cutByLength(take);
            case KEY_REFUSED -> AccountErrors.unknownKey();
            case CREDIT_NEEDED -> ProviderErrors.creditNeeded(take);
            case DATA_POLICY -> ProviderErrors.dataPolicy();
            case REGION_UNSUPPORTED -> ProviderErrors.regionUnsupported(take);
            case MINUTE_LIMIT -> minuteLimit(take.now());
            case DAY_LIMIT -> dayLimit(take.now());
            case CONNECTION_CLOSED -> Script.json(200).cut();
            case CONTEXT_TOO_LONG ->
                AccountErrors.contextTooLong(
                        8_192, Math.max(8_193, take.request().promptTokens()));
        };
    }

    private static Script minuteLimit(Instant now) {
        Instant reset = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return AccountErrors.limited(new Admission.Refused("free-models-per-min", PER_MINUTE, reset));
    }

    private static Script dayLimit(Instant now) {
        Instant reset = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return AccountErrors.limited(new Admission.Refused("free-models-per-day", PER_DAY, reset));
    }
}
