# One image for every service; the command says which. Built from what ./rota --version (or mvn package) has made, so the
# build needs no network:  docker compose build
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/rota rota
WORKDIR /var/lib/rota
# Everything a service needs, in one layer.
COPY --chown=root:root launcher/target/app/lib /opt/rota/lib
USER rota
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+UseSerialGC"
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Drota.home=/var/lib/rota", "-cp", "/opt/rota/lib/*", "dev.rota.launcher.Rota"]
