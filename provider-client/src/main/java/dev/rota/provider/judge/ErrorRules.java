package dev.rota.provider.judge;

import static dev.rota.domain.result.FailureKind.ACCOUNT_DAY_LIMIT;
import static dev.rota.domain.result.FailureKind.ACCOUNT_MINUTE_LIMIT;
import static dev.rota.domain.result.FailureKind.BAD_REQUEST;
import static dev.rota.domain.result.FailureKind.CONNECTION;
import static dev.rota.domain.result.FailureKind.FREE_VARIANT_ENDED;
import static dev.rota.domain.result.FailureKind.MODEL_NOT_FOUND;
import static dev.rota.domain.result.FailureKind.MODERATED;
import static dev.rota.domain.result.FailureKind.NO_ENDPOINTS;
import static dev.rota.domain.result.FailureKind.OVERLOADED;
import static dev.rota.domain.result.FailureKind.PAYMENT_REQUIRED;
import static dev.rota.domain.result.FailureKind.PRIVACY_RESTRICTED;
import static dev.rota.domain.result.FailureKind.PROVIDER_ERROR;
import static dev.rota.domain.result.FailureKind.REGION_RESTRICTED;
import static dev.rota.domain.result.FailureKind.TIMEOUT;
import static dev.rota.domain.result.FailureKind.UNAUTHORIZED;
import static dev.rota.domain.result.FailureKind.UNSUPPORTED;
import static dev.rota.domain.result.FailureKind.UPSTREAM_RATE_LIMITED;

import dev.rota.domain.result.FailureKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The rules, tried in order: what is said most clearly comes first, what only a status tells comes last.
 *
 * <p>Whose limit a 429 is decides whether a model is blamed, so it is told by three signs: who is named (an upstream
 * provider, or the account and its plan), what is counted (free models, requests a day), and whether the response
 * carries the quota's headers. Without any sign the account is assumed: it costs a pause, not a model's standing.
 */
final class ErrorRules {
    private static final Pattern RATE_LIMIT = words("rate[- _]?limit|too many requests|quota|requests? limit"
            + "|limit (?:exceeded|reached)|throttl|resource[_ ]?exhausted");
    private static final Pattern ACCOUNT_COUNT = words("free-models-per-|free quota|free[- ]tier limit"
            + "|\\b(?:your|account'?s?|organi[sz]ation|project|api key|plan)\\b.{0,60}\\b(?:limit|quota)"
            + "|\\b(?:limit|quota)\\b.{0,80}\\b(?:your|account|organi[sz]ation|api key|plan)\\b"
            + "|requests? per (?:minute|day|hour)|tokens per (?:minute|day)|\\b(?:rpm|rpd|tpm|tpd)\\b");
    private static final Pattern DAY = words(
            "per[- _]?day|daily|perday|\\brpd\\b|\\btpd\\b|/ ?\\d+ ?h\\b|per[- ]?month" + "|monthly|weekly|for today");
    private static final Pattern RESETS = words("\\bresets?\\b|try again|renews");
    private static final Pattern TOOLS_OR_PARAMETERS = words("no endpoints found that support|support tool use"
            + "|(?:not|n't|doesn't|cannot) support|not supported|unsupported"
            + "|is not available (?:for|with) this model|not enabled for this model");
    private static final Pattern NOT_THE_REGION = words(
            "(?:country|region|territory|location)\\b.{0,60}"
                    + "\\b(?:not supported|unsupported|not available|restricted|blocked)"
                    + "|(?:not supported|unsupported|not available|restricted)\\b.{0,40}\\b(?:country|region|territory|location)");
    private static final Pattern PRIVACY =
            words("data policy|privacy|(?:prompt|model|data) training|zero data retention"
                    + "|\\bzdr\\b|prompt logging|data collection");
    private static final Pattern MODERATION = words("moderation|moderated|flagged|content[_ ](?:policy|filter)"
            + "|safety (?:system|filter|policy|settings)|prohibited[_ ]content|responsible ai|guardrail|harmful"
            + "|data_inspection_failed|sensitive (?:words|content)");
    private static final Pattern MONEY = words(
            "more credits|can only afford|insufficient[_ ](?:credits?|funds|balance|quota)"
                    + "|(?:credit|balance)\\b.{0,30}\\b(?:low|exhausted|negative|depleted|insufficient)|payment required"
                    + "|never purchased credits|arrearage|key limit exceeded|billing (?:hard limit|details|not active)");
    private static final Pattern FREE_ENDED = words(
            "(?:free|alpha|beta|stealth|trial|testing|preview|promotional) period\\b.{0,60}\\b(?:ended|over|expired|concluded)"
                    + "|free (?:version|variant|tier|promotion|model|endpoint|access)\\b.{0,60}\\b(?:ended|over(?! capacity)|expired"
                    + "|removed|discontinued|deprecated|no longer|concluded|transitioned)"
                    + "|no longer (?:available |offered )?(?:for )?free|(?:not |un)available for free"
                    + "|paid (?:version|variant) is available|(?:now|only) (?:available )?(?:as|in|on) (?:a |the )?paid"
                    + "|use the paid|become a paid|is now paid|transitioned to a paid");
    private static final Pattern KEY = words(
            "no (?:auth|cookie auth|api key)|(?:invalid|incorrect|missing|expired|disabled)"
                    + "[_ ](?:api[_ ]?key|authentication|credentials|token)|unauthori[sz]ed|user not found|unauthenticated"
                    + "|authentication (?:failed|required|error)|authentication_error|invalid_api_key|key (?:is|was) (?:disabled|revoked)");
    private static final Pattern NOT_A_MODEL = words("not a valid model|invalid model|unknown model|no such model"
            + "|model_not_found|model not found|model not exist|model_not_exist"
            + "|models?\\b.{0,120}\\b(?:not found|does ?n[o']t exist|do not have access|not exist|is not available"
            + "|decommissioned|deprecated and|has been (?:removed|retired)|was not found|unknown)");
    private static final Pattern NOBODY_SERVES =
            words("no (?:\\w+ )?(?:endpoints?|providers?|instances?|workers?|deployments?)"
                    + "\\b.{0,40}\\b(?:found|available|serv|match|online)|no (?:allowed )?providers are available"
                    + "|no available (?:endpoint|provider|instance|worker|deployment)");
    private static final Pattern FULL = words(
            "overload|over capacity|at capacity|no capacity|out of capacity|too busy|server busy"
                    + "|is busy|capacity (?:exceeded|limit|reached|constraints)|high (?:demand|load|traffic)|insufficient capacity"
                    + "|(?:model|server) is (?:currently )?loading|engine_overloaded|temporarily unavailable|queue is full");
    private static final Pattern TOO_LATE = words("timed?[- _]?out|timeout|deadline[_ ]exceeded|took too long");
    private static final Pattern TOO_LONG = words(
            "context (?:length|window|size)|context_length|prompt is too long|too many tokens"
                    + "|input is too long|reduce the length|maximum (?:input|prompt)|exceeds? the (?:maximum|limit).{0,30}tokens");
    private static final Pattern ABOUT_A_MODEL = words("\\bmodels?\\b");

    private static final List<ErrorRule> RULES = List.of(
            rule("day limit", ACCOUNT_DAY_LIMIT, e -> accountLimit(e) && e.says(DAY)),
            rule(
                    "quota that comes back",
                    ACCOUNT_DAY_LIMIT,
                    e -> e.status() == 402 && e.says(RATE_LIMIT) && e.says(RESETS)),
            rule("account limit", ACCOUNT_MINUTE_LIMIT, ErrorRules::accountLimit),
            rule("credits", PAYMENT_REQUIRED, e -> !others(e) && (e.status() == 402 || e.says(MONEY))),
            rule("free variant ended", FREE_VARIANT_ENDED, e -> e.says(FREE_ENDED)),
            rule("upstream limit", UPSTREAM_RATE_LIMITED, e -> e.upstream() && limited(e)),
            rule(
                    "region",
                    REGION_RESTRICTED,
                    e -> e.status() == 451
                            || e.says(NOT_THE_REGION)
                            || e.hasCode("unsupported_country_region_territory")),
            rule("privacy settings", PRIVACY_RESTRICTED, e -> !e.serverError() && !e.html() && e.says(PRIVACY)),
            rule("key", UNAUTHORIZED, e -> !others(e) && (e.status() == 401 || (!e.serverError() && e.says(KEY)))),
            rule("moderation", MODERATED, e -> e.says(MODERATION)),
            rule("prompt too long for the model", BAD_REQUEST, e -> !e.serverError() && e.says(TOO_LONG)),
            rule("tools or parameters", UNSUPPORTED, e -> !e.serverError() && e.says(TOOLS_OR_PARAMETERS)),
            rule("no such model", MODEL_NOT_FOUND, e -> !e.serverError() && e.says(NOT_A_MODEL)),
            rule("nobody serves it", NO_ENDPOINTS, e -> e.says(NOBODY_SERVES)),
            rule("our proxy or filter", CONNECTION, e -> e.status() == 407 || (e.html() && e.statusIsOneOf(401, 403))),
            rule("late by its status", TIMEOUT, e -> e.statusIsOneOf(408, 504, 522, 524)),
            rule("capacity", OVERLOADED, e -> e.statusIsOneOf(503, 529) || e.says(FULL)),
            rule("late", TIMEOUT, e -> e.says(TOO_LATE)),
            rule("limit of nobody in particular", ACCOUNT_MINUTE_LIMIT, e -> e.status() == 429),
            rule("redirect", BAD_REQUEST, e -> e.httpStatus() >= 300 && e.httpStatus() < 400),
            rule(
                    "404 about a model",
                    MODEL_NOT_FOUND,
                    e -> e.status() == 404 && !e.html() && (e.words().isBlank() || e.says(ABOUT_A_MODEL))),
            rule("404 of the address", BAD_REQUEST, e -> e.status() == 404 && !e.upstream()),
            rule("forbidden", UNAUTHORIZED, e -> e.status() == 403 && !e.upstream()),
            rule("our request", BAD_REQUEST, e -> e.status() >= 400 && e.status() < 500 && !e.upstream()));

    private ErrorRules() {}

    /** What an error is; any other error of the provider's if no rule applies. */
    static FailureKind kindOf(ErrorReport error) {
        return RULES.stream()
                .filter(rule -> rule.applies().test(error))
                .findFirst()
                .map(ErrorRule::kind)
                .orElse(PROVIDER_ERROR);
    }

    /** Whether it is a limit of requests at all. */
    private static boolean limited(ErrorReport error) {
        return error.status() == 429 || (!error.serverError() && error.says(RATE_LIMIT));
    }

    private static boolean accountLimit(ErrorReport error) {
        boolean ours = !others(error)
                && (error.says(ACCOUNT_COUNT) || !error.quotaHeaders().all().isEmpty());
        return limited(error) && error.status() != 402 && ours;
    }

    /** Whether the provider behind the catalogue speaks, of its own dealings with the catalogue. */
    private static boolean others(ErrorReport error) {
        return error.upstream() && !error.ownKey();
    }

    private static ErrorRule rule(String name, FailureKind kind, Predicate<ErrorReport> applies) {
        return new ErrorRule(name, kind, applies);
    }

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern);
    }
}
