// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import dev.hallway.standalone.broker.LoopbackPorts;
import dev.hallway.standalone.failure.Failure;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.nio.file.Path;

/** A running schema registry that listens on loopback. */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final String JOURNAL = "schemas.jsonl";

    private final Javalin server;
    private final SchemaStore schemas;

    private EmbeddedRegistry(Javalin server, SchemaStore schemas) {
        this.server = server;
        this.schemas = schemas;
    }

    /**
     * Starts the registry with what is in the directory.
     *
     * @param directory where the registry keeps its schemas
     * @param port port on 127.0.0.1; 0 picks any free one
     * @throws Failure if the directory cannot be used or the port is in use
     */
    public static EmbeddedRegistry start(Path directory, int port) {
        int freePort = LoopbackPorts.free(port, "the schema registry", "--registry-port");
        SchemaStore schemas = new SchemaStore(Journal.open(directory.resolve(JOURNAL)));
        Javalin server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
            new RegistryRoutes(schemas).addTo(config);
            config.router.mount(router -> router.exception(
                    HttpResponseException.class,
                    (error, context) -> RegistryRoutes.refuse(
                            context, error.getStatus(), error.getStatus(), String.valueOf(error.getMessage()))));
        });
        server.start(LoopbackPorts.HOST, port == 0 ? 0 : freePort);
        return new EmbeddedRegistry(server, schemas);
    }

    /** Where clients connect. */
    public String url() {
        return "http://" + LoopbackPorts.HOST + ":" + server.port();
    }

    /** Stops answering, then closes the journal. */
    @Override
    public void close() {
        server.stop();
        schemas.close();
    }
}
