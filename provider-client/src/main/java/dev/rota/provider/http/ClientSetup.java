package dev.rota.provider.http;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache HttpClient as it is used here: nothing hidden, so no retries, redirects, cookies or decompression of its own.
 */
final class ClientSetup {
    /** Streams open at once in one process; file descriptors end before. */
    private static final int MAX_CONNECTIONS = 20_000;

    /** The longest header line, and the most headers, taken from a stranger. */
    private static final int MAX_LINE = 32 * 1024;

    private static final int MAX_HEADERS = 200;

    /** An idle connection older than this is looked at before it is used, and thrown away after the keep-alive. */
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofMilliseconds(500);

    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(20);

    private ClientSetup() {}

    static CloseableHttpClient client() {
        return HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(connections())
                .setRequestExecutor(new SentClock())
                .setDefaultRequestConfig(requests())
                .setUserAgent("rota")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    private static RequestConfig requests() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofSeconds(30))
                .setResponseTimeout(Timeout.DISABLED)
                .setConnectionKeepAlive(KEEP_ALIVE)
                .setExpectContinueEnabled(false)
                .setAuthenticationEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections() {
        Timeout connect = Timeout.of(HttpLimits.DEFAULT_CONNECT);
        Http1Config http1 = Http1Config.custom()
                .setMaxLineLength(MAX_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http1)
                        .build())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDnsResolver(new BoundedDns(connect.toMilliseconds()))
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoTimeout(Timeout.DISABLED)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.DISABLED)
                        .setValidateAfterInactivity(VALIDATE_AFTER)
                        .build())
                .build();
    }
}
