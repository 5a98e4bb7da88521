package dev.rota.launcher.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This machine: Java, open files, the data directory, ports. */
final class MachineChecks {
    private static final int OLDEST_JDK = 25;
    private static final long SPACE_NEEDED = 1L << 30;

    private MachineChecks() {}

    static List<Diagnosis> jdk() {
        Runtime.Version version = Runtime.version();
        String found = "Java " + version + " in " + System.getProperty("java.home");
        return List.of(
                version.feature() >= OLDEST_JDK
                        ? Diagnosis.ok("jdk", found)
                        : Diagnosis.broken(
                                "jdk",
                                found,
                                "install a JDK " + OLDEST_JDK + " or newer and point ROTA_JAVA_HOME at it"));
    }

    /**
     * Connections are files.
     *
     * @param needed how many may be open at once
     */
    static List<Diagnosis> files(long needed) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) {
            return List.of(Diagnosis.ok("open files", "this system sets no limit that Java knows"));
        }
        long limit = system.getMaxFileDescriptorCount();
        String found = limit + " may be open at once";
        return List.of(
                limit >= needed
                        ? Diagnosis.ok("open files", found)
                        : Diagnosis.warning(
                                "open files",
                                found + ", but slots and subscribers may need " + needed,
                                "raise the limit with ulimit -n " + needed
                                        + ", or lower gateway.maxStreams and tester.slots"));
    }

    static List<Diagnosis> data(Path data) throws IOException {
        Path existing = data;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return List.of(Diagnosis.broken(
                    "data directory",
                    data + " cannot be written to",
                    "give another one with --data, or mend its rights"));
        }
        long free = Files.getFileStore(existing).getUsableSpace();
        String found = data + (existing.equals(data) ? "" : " (not there yet)") + ", " + (free >> 20) + " MB free";
        return List.of(
                free >= SPACE_NEEDED
                        ? Diagnosis.ok("data directory", found)
                        : Diagnosis.warning("data directory", found, "make room: Kafka stops where the disk is full"));
    }

    /** Whether the ports that {@code up} likes are free; only where it does not run. */
    static List<Diagnosis> ports(int gateway) {
        List<Diagnosis> found = new ArrayList<>();
        if (gateway != 0 && taken(gateway)) {
            found.add(Diagnosis.warning(
                    "ports",
                    "port " + gateway + ", for HTTP, is taken by another program",
                    "stop that program, or start with --port"));
        }
        for (int port : List.of(9092, 8081)) {
            if (taken(port)) {
                found.add(Diagnosis.absent(
                        "ports", "port " + port + " is taken; ./rota up takes any other for itself", ""));
            }
        }
        return found.isEmpty() ? List.of(Diagnosis.ok("ports", gateway + ", 9092 and 8081 are free")) : found;
    }

    private static boolean taken(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
