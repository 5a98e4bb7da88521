package dev.rota.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private final CountDownLatch never = new CountDownLatch(1);

    @TempDir
    Path directory;

    @Test
    void whatHangsOrFailsIsBrokenAndHidesNothingElse() throws InterruptedException {
        List<Diagnosis> found = new Doctor(Duration.ofMillis(200))
                .check("hangs", "wait no longer", () -> {
                    never.await();
                    return List.of();
                })
                .check("fails", "mend it", () -> {
                    throw new IOException("refused key sk-or-v1-0123456789abcdef0123456789abcdef");
                })
                .check("works", "", () -> List.of(Diagnosis.ok("works", "well")))
                .examine();
        assertThat(found).extracting(Diagnosis::health).containsExactly(Health.BROKEN, Health.BROKEN, Health.OK);
        assertThat(found.getFirst().remedy()).isEqualTo("wait no longer");
        assertThat(found.get(1).found()).contains("refused key").doesNotContain("0123456789abcdef");
    }

    @Test
    void aWarningIsHealthyAndSomethingBrokenIsNot() {
        Diagnosis warning = Diagnosis.warning("clock", "5m ahead", "set it");
        assertThat(new Findings(List.of(warning)).healthy()).isTrue();
        Findings broken = new Findings(List.of(warning, Diagnosis.broken("kafka", "gone", "start it")));
        assertThat(broken.healthy()).isFalse();
        assertThat(broken.json()).isEqualTo("""
                        {"healthy":false,"checks":[\
                        {"check":"clock","health":"WARNING","found":"5m ahead","remedy":"set it"},\
                        {"check":"kafka","health":"BROKEN","found":"gone","remedy":"start it"}]}""");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(broken.lines(new Terminal(nowhere, nowhere, false, false)))
                .containsExactly(
                        "watch   clock  5m ahead",
                        "               → set it",
                        "broken  kafka  gone",
                        "               → start it");
    }

    @Test
    void theMachineIsLookedAtWithoutChangingIt() throws IOException {
        assertThat(MachineChecks.jdk()).extracting(Diagnosis::health).containsExactly(Health.OK);
        assertThat(MachineChecks.files(Long.MAX_VALUE))
                .extracting(Diagnosis::health)
                .containsExactly(Health.WARNING);
        assertThat(MachineChecks.data(directory.resolve("not/there/yet"))
                        .getFirst()
                        .found())
                .contains("not there yet");
        assertThat(directory).isEmptyDirectory();
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(MachineChecks.data(file)).extracting(Diagnosis::health).containsExactly(Health.BROKEN);
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(MachineChecks.ports(taken.getLocalPort()).getFirst())
                    .satisfies(diagnosis -> assertThat(diagnosis.health()).isEqualTo(Health.WARNING))
                    .satisfies(diagnosis -> assertThat(diagnosis.remedy()).contains("--port"));
        }
    }
}
