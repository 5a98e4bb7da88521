# One image for every service; the command says which. It holds what Maven has built (./rota --version, or mvn package), so
# the build needs no network:  docker compose build
FROM eclipse-temurin:25-jre AS parts
COPY launcher/target/app/lib /parts/lib
# RocksDB is a quarter of the image and the store of nothing here: the ranking's state is in the heap.
RUN mkdir -p /parts/code /parts/home/ranking && mv /parts/lib/*-SNAPSHOT.jar /parts/code/ && rm /parts/lib/rocksdbjni-*.jar

FROM eclipse-temurin:25-jre
# By number, so that an orchestrator can see that it is not root; nothing needs the user to have a name.
COPY --from=parts --chown=10001:10001 /parts/home /var/lib/rota
# What changes seldom first: other people's code is most of the image, and one layer.
COPY --from=parts /parts/lib /opt/rota/lib
COPY deploy/compose/healthy /opt/rota/bin/healthy
COPY --from=parts /parts/code /opt/rota/code
USER 10001:10001
WORKDIR /var/lib/rota
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Drota.home=/var/lib/rota", "-cp", "/opt/rota/code/*:/opt/rota/lib/*", "dev.rota.launcher.Rota"]
