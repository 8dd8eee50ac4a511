# syntax=docker/dockerfile:1
# SPDX-License-Identifier: Apache-2.0
# One build, two images: --target ingest and --target streams.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -DskipTests -pl ingest,streams -am package && \
    for module in ingest streams; do \
      mvn -B -ntp -DskipTests -pl "$module" -am package dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="/build/$module/target/lib" && \
      mkdir -p "/image/$module" && \
      cp "$module"/target/lib/*.jar "$module"/target/hallway-"$module"-*.jar "/image/$module/"; \
    done

FROM eclipse-temurin:17-jre AS runtime
RUN useradd --system --uid 10001 --create-home hallway && \
    mkdir /var/lib/hallway && chown hallway /var/lib/hallway
USER hallway
WORKDIR /home/hallway
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC -Dfile.encoding=UTF-8"

FROM runtime AS ingest
COPY --from=build /image/ingest /opt/hallway
# It waits for GitHub most of the time: the optimising compiler costs more than it saves.
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-cp", "/opt/hallway/*", "dev.hallway.ingest.IngestMain"]

FROM runtime AS streams
COPY --from=build /image/streams /opt/hallway
EXPOSE 8080
VOLUME /var/lib/hallway
ENTRYPOINT ["java", "-cp", "/opt/hallway/*", "dev.hallway.streams.StreamsMain"]
