package dev.rota.simulator.http;

import dev.rota.simulator.script.Script;
import dev.rota.simulator.script.Step;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Plays a script to a caller. */
final class Player {
    private final Pauses pauses;

    Player(Pauses pauses) {
        this.pauses = pauses;
    }

    /** Blocks until it is played. A cut leaves as {@link CloseConnectionException}, which closes the connection. */
    void play(Script script, ServerResponse response) {
        response.status(Status.create(script.status()));
        script.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        List<Step> steps = script.steps();
        if (isOneBody(steps)) {
            playBody(steps, response);
        } else {
            playStream(steps, response);
        }
    }

    /** Waits and then one piece: sent with its length, as servers send what they know in full. */
    private static boolean isOneBody(List<Step> steps) {
        for (int i = 0; i < steps.size() - 1; i++) {
            if (!(steps.get(i) instanceof Step.Wait)) {
                return false;
            }
        }
        return steps.isEmpty() || !(steps.getLast() instanceof Step.Wait);
    }

    private void playBody(List<Step> steps, ServerResponse response) {
        long due = System.nanoTime();
        for (Step step : steps) {
            switch (step) {
                case Step.Wait wait -> {
                    due += pauses.scaled(wait.time().toNanos());
                    pauses.until(due);
                }
                case Step.Send send -> response.send(send.bytes());
                case Step.Cut _ -> throw cut();
            }
        }
        if (steps.isEmpty()) {
            response.send();
        }
    }

    /** Each piece is due at a fixed time after the start, so that a late one does not delay all that follow. */
    private void playStream(List<Step> steps, ServerResponse response) {
        long due = System.nanoTime();
        try (OutputStream out = response.outputStream()) {
            for (Step step : steps) {
                switch (step) {
                    case Step.Wait wait -> {
                        due += pauses.scaled(wait.time().toNanos());
                        pauses.until(due);
                    }
                    case Step.Send send -> {
                        out.write(send.bytes());
                        out.flush();
                    }
                    case Step.Cut _ -> throw cut();
                }
            }
        } catch (IOException e) {
            throw new CloseConnectionException("the caller has gone", e);
        }
    }

    private static CloseConnectionException cut() {
        return new CloseConnectionException("cut by the scenario");
    }
}
