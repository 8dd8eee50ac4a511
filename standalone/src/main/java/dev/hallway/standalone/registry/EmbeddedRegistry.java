// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.http.HttpServer;
import dev.hallway.service.http.ServerStartException;
import dev.hallway.standalone.broker.LoopbackPorts;
import dev.hallway.standalone.failure.Failure;
import java.nio.file.Path;

/** A running schema registry that listens on loopback. */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final String JOURNAL = "schemas.jsonl";

    private final HttpServer server;
    private final SchemaStore schemas;

    private EmbeddedRegistry(HttpServer server, SchemaStore schemas) {
        this.server = server;
        this.schemas = schemas;
    }

    /**
     * Starts the registry with what is in the directory, and the schemas of Hallway's own topics.
     *
     * @param directory where the registry keeps its schemas
     * @param port port on 127.0.0.1; 0 picks any free one
     * @throws Failure if the directory cannot be used or the port is in use
     */
    public static EmbeddedRegistry start(Path directory, int port) {
        int freePort = LoopbackPorts.free(port, "the schema registry", "--registry-port");
        OwnSubjects own = OwnSubjects.ofTopics();
        Path journal = directory.resolve(JOURNAL);
        SchemaStore schemas = new SchemaStore(Journal.open(journal), own);
        try {
            own.schemas().forEach((subject, schema) -> {
                if (schemas.register(subject, schema) instanceof Registration.Incompatible incompatible) {
                    throw new Failure(
                            HallwayExitCode.DATA_DIRECTORY,
                            "The schemas of " + subject + " in " + journal
                                    + " are not those of this version of Hallway "
                                    + incompatible.reasons() + ": run the version that wrote them, or choose another"
                                    + " directory with --data-dir.");
                }
            });
            RegistryRoutes routes = new RegistryRoutes(schemas, own);
            return new EmbeddedRegistry(
                    HttpServer.start(
                            LoopbackPorts.HOST, port == 0 ? 0 : freePort, RegistryRoutes.WORDING, routes::addTo),
                    schemas);
        } catch (ServerStartException unserved) {
            schemas.close();
            throw Failure.of(unserved);
        } catch (RuntimeException failed) {
            schemas.close();
            throw failed;
        }
    }

    /** Where clients connect. */
    public String url() {
        return server.address().toString();
    }

    /** Stops answering, then closes the journal. */
    @Override
    public void close() {
        server.close();
        schemas.close();
    }
}
