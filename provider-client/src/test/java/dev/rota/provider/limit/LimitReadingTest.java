package dev.rota.provider.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.provider.Headers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After | 30 | 30000",
                "Retry-After | 1.5 | 1500",
                "Retry-After | Mon, 23 Nov 2026 06:00:20 GMT | 20000",
                "Retry-After | Mon, 23 Nov 2026 05:00:00 GMT | 0",
                "retry-after-ms | 750 | 750",
                "X-RateLimit-Reset | 1795413630 | 30000",
                "X-RateLimit-Reset | 1795413630000 | 30000",
                "x-ratelimit-reset-requests | 1m26.4s | 86400",
                "x-ratelimit-reset-requests | 120ms | 120",
                "RateLimit-Reset | 17 | 17000",
                "X-RateLimit-Reset | 2026-11-23T06:00:30Z | 30000",
            })
    void aWaitIsReadInEveryForm(String name, String value, long millis) {
        assertThat(waitOf(Headers.of(name, value))).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After,soon",
        "X-RateLimit-Reset,-5",
        "X-RateLimit-Reset,1795000000",
        "X-RateLimit-Reset,99999999999999999999"
    })
    void whatIsNoTimeOrIsPastIsNotAWait(String name, String value) {
        assertThat(waitOf(Headers.of(name, value))).isNull();
    }

    @Test
    void aProvidersClockThatIsOffDoesNotChangeTheWait() {
        Headers headers = Headers.of("Date", "Mon, 23 Nov 2026 09:00:00 GMT").with("X-RateLimit-Reset", "1795424430");
        assertThat(waitOf(headers)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void countsAreReadWithTheirWindows() {
        RateLimits limits =
                LimitHeaders.read(Headers.of("RateLimit-Limit", "20, 20;w=60").with("X-RateLimit-Remaining", "3"), NOW);
        assertThat(limits.allowed()).isEqualTo(20);
        assertThat(limits.remaining()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "please try again in 7.66s. Visit | 7660",
                "Please try again in 1m2.5s | 62500",
                "please retry in 39 seconds | 39000",
                "Back off for at least 120 seconds | 120000",
                "retry after 250 ms | 250"
            })
    void aWaitIsReadFromWords(String words, long millis) {
        assertThat(LimitText.read(words, NOW).waitFrom(NOW)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void wordsWithoutAWaitSayNothing() {
        assertThat(LimitText.read("retry with fewer than 4096 tokens", NOW)).isEqualTo(RateLimits.UNKNOWN);
    }

    @Test
    void aMinuteLimitWithoutATimeLastsAMinute() {
        assertThat(RateLimits.UNKNOWN.toLimit(LimitScope.MINUTE, NOW).until()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aMinuteLimitThatLastsHoursIsADayLimit() {
        RateLimits hours = new RateLimits(null, null, NOW.plus(Duration.ofHours(5)), null);
        assertThat(hours.toLimit(LimitScope.MINUTE, NOW))
                .isEqualTo(new AccountLimit(LimitScope.DAY, NOW.plus(Duration.ofHours(5)), null));
    }

    @Test
    void anUnbelievableTimeIsNotBelieved() {
        RateLimits years = new RateLimits(null, null, NOW.plus(Duration.ofDays(4000)), null);
        assertThat(years.toLimit(LimitScope.DAY, NOW).until()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(years.toLimit(LimitScope.MINUTE, NOW).until()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aLimitInWordsIsReadAsItWasWritten() {
        String words = LimitWords.with("slow down", new AccountLimit(LimitScope.DAY, NOW, 50L));
        assertThat(words).isEqualTo("slow down (limit: 50 requests a day)");
        assertThat(LimitWords.read(words)).contains(new LimitWords.Allowance(LimitScope.DAY, 50));
    }

    @Test
    void whereNoNumberIsToldNothingIsAddedOrRead() {
        assertThat(LimitWords.with("slow down", new AccountLimit(LimitScope.MINUTE, NOW, null)))
                .isEqualTo("slow down");
        assertThat(LimitWords.with("slow down", new AccountLimit(LimitScope.MINUTE, NOW, 0L)))
                .isEqualTo("slow down");
        assertThat(LimitWords.read("slow down (limit: 0 requests a day)")).isEmpty();
        assertThat(LimitWords.read("(limit: 50 requests a day) was yesterday's"))
                .isEmpty();
    }

    private static @Nullable Duration waitOf(Headers headers) {
        return LimitHeaders.read(headers, NOW).waitFrom(NOW);
    }
}
