package dev.rota.provider.http;

import dev.rota.provider.Ending;
import java.io.IOException;
import java.net.SocketException;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Tells from where an exchange was, and what was thrown, how it ended. */
final class Endings {
    private Endings() {}

    static Ending of(IOException thrown, Watch watch, boolean headSeen) {
        Ending fired = watch.fired();
        if (fired != null) {
            return fired;
        }
        if (Thread.currentThread().isInterrupted()) {
            return Ending.CANCELLED;
        }
        if (!watch.wasSent()) {
            return thrown instanceof ConnectTimeoutException ? Ending.CONNECT_TIMEOUT : Ending.CONNECT_FAILED;
        }
        if (malformed(thrown)) {
            return Ending.MALFORMED;
        }
        if (headSeen) {
            return Ending.BROKEN;
        }
        return watch.reused() ? Ending.STALE_CONNECTION : Ending.NO_RESPONSE;
    }

    /** The client wraps what breaks HTTP's own rules. */
    private static boolean malformed(IOException thrown) {
        if (thrown instanceof NoHttpResponseException
                || thrown instanceof SocketException
                || thrown instanceof ConnectionClosedException
                || thrown instanceof TruncatedChunkException) {
            return false;
        }
        return thrown instanceof MessageConstraintException
                || thrown instanceof MalformedChunkCodingException
                || thrown instanceof ZipException
                || causedByHttp(thrown);
    }

    private static boolean causedByHttp(IOException thrown) {
        for (@Nullable Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException) {
                return true;
            }
        }
        return false;
    }
}
