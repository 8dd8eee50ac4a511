// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.service.http.Bodies;
import dev.hallway.service.http.Loopback;
import dev.hallway.service.http.Problem;
import dev.hallway.service.http.Problems;
import dev.hallway.service.http.Workers;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Confluent's REST API over a {@link SchemaStore}. */
final class RegistryRoutes {

    static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATEST = "latest";

    private static final Set<String> JSON_TYPES =
            Set.of("application/json", CONTENT_TYPE, "application/vnd.schemaregistry+json");
    private static final int LARGEST_BODY = 1 << 20;

    private final SchemaStore schemas;
    private final OwnSubjects own;

    RegistryRoutes(SchemaStore schemas, OwnSubjects own) {
        this.schemas = schemas;
        this.own = own;
    }

    /** What is answered where there is no route. */
    static final Problems.Wording WORDING = new Problems.Wording() {

        @Override
        public String nothingAt(String path) {
            return "HTTP 404 Not Found: there is nothing at " + path + ".";
        }

        @Override
        public String impossible(String method) {
            return "HTTP 405 Method Not Allowed: " + method + " is not possible here.";
        }
    };

    void addTo(Javalin server, Workers workers, Bodies bodies) {
        addFailures(server);
        server.before(Loopback::require);
        readings().forEach((path, handler) -> server.get(path, workers.answering(handler)));
        server.post("/subjects/{subject}", withBody(bodies, this::lookUp));
        server.post("/subjects/{subject}/versions", withBody(bodies, this::register));
        server.post("/compatibility/subjects/{subject}/versions", withBody(bodies, this::checkAgainstAll));
        server.post("/compatibility/subjects/{subject}/versions/{version}", withBody(bodies, this::checkAgainstOne));
        server.put("/config", withBody(bodies, this::setGlobalLevel));
        server.put("/config/{subject}", withBody(bodies, this::setSubjectLevel));
        server.delete("/config/{subject}", workers.answering(this::removeSubjectLevel));
        server.delete("/subjects/{subject}", context -> refuseToDelete());
        server.delete("/subjects/{subject}/versions/{version}", context -> refuseToDelete());
    }

    private Map<String, Handler> readings() {
        return Map.ofEntries(
                Map.entry("/", context -> answer(context, Map.of())),
                Map.entry("/subjects", context -> answer(context, schemas.subjects())),
                Map.entry("/subjects/{subject}/versions", this::listVersions),
                Map.entry("/subjects/{subject}/versions/{version}", this::describeVersion),
                Map.entry("/subjects/{subject}/versions/{version}/schema", this::schemaOfVersion),
                Map.entry("/schemas/types", context -> answer(context, List.of(AvroSchema.TYPE))),
                Map.entry("/schemas/ids/{id}", this::schemaById),
                Map.entry("/schemas/ids/{id}/schema", this::schemaTextById),
                Map.entry("/schemas/ids/{id}/versions", this::usesOfSchema),
                Map.entry("/schemas/ids/{id}/subjects", this::subjectsOfSchema),
                Map.entry(
                        "/config",
                        context -> answer(context, Map.of("compatibilityLevel", schemas.globalLevel().name))),
                Map.entry("/config/{subject}", this::subjectLevel),
                Map.entry("/mode", context -> answer(context, Map.of("mode", "READWRITE"))),
                Map.entry("/mode/{subject}", context -> answer(context, Map.of("mode", "READWRITE"))));
    }

    /** Problems as Confluent's clients read them. */
    private static void addFailures(Javalin server) {
        server.exception(
                RegistryError.class,
                (error, context) -> refuse(context, error.status(), error.code(), String.valueOf(error.getMessage())));
        server.exception(
                HttpResponseException.class,
                (error, context) ->
                        refuse(context, error.getStatus(), error.getStatus(), String.valueOf(error.getMessage())));
        server.exception(
                Problem.Found.class,
                (found, context) -> refuse(context, found.status(), found.status(), found.detail()));
    }

    /** Answers a request with a body. */
    @FunctionalInterface
    private interface BodyHandler {
        void answer(Context context, String body);
    }

    /** A page elsewhere can have its visitor's browser send a body here, but not say without asking that it is JSON. */
    private static Handler withBody(Bodies bodies, BodyHandler handler) {
        return context -> {
            String type = Optional.ofNullable(context.header("Content-Type")).orElse("");
            if (!JSON_TYPES.contains(type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))) {
                throw RegistryError.notJson();
            }
            bodies.read(
                    context, LARGEST_BODY, body -> handler.answer(context, new String(body, StandardCharsets.UTF_8)));
        };
    }

    static void refuse(Context context, int status, int code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error_code", code);
        body.put("message", message);
        context.status(status);
        answer(context, body);
    }

    private void register(Context context, String body) {
        String subject = context.pathParam("subject");
        AvroSchema schema = schemaIn(context, body);
        if (own.contains(subject) && schemas.find(subject, schema).isEmpty()) {
            throw RegistryError.ownSubject(subject);
        }
        Registration registration = schemas.register(subject, schema);
        if (registration instanceof Registration.Incompatible incompatible) {
            throw RegistryError.incompatible(subject, incompatible.reasons());
        }
        if (registration instanceof Registration.Registered registered) {
            answer(context, Map.of("id", registered.registered().id()));
        }
    }

    private void lookUp(Context context, String body) {
        String subject = context.pathParam("subject");
        AvroSchema schema = schemaIn(context, body);
        existing(subject);
        answer(context, describe(schemas.find(subject, schema).orElseThrow(RegistryError::unknownSchema)));
    }

    private void listVersions(Context context) {
        answer(
                context,
                existing(context.pathParam("subject")).stream()
                        .map(SubjectVersion::version)
                        .toList());
    }

    private void describeVersion(Context context) {
        answer(context, describe(version(context)));
    }

    private void schemaOfVersion(Context context) {
        answerText(context, version(context).schema().canonicalString());
    }

    private void schemaById(Context context) {
        answer(context, Map.of("schema", schemaWithId(context).canonicalString()));
    }

    private void schemaTextById(Context context) {
        answerText(context, schemaWithId(context).canonicalString());
    }

    private void usesOfSchema(Context context) {
        schemaWithId(context);
        answer(
                context,
                schemas.uses(id(context)).stream().map(RegistryRoutes::address).toList());
    }

    private void subjectsOfSchema(Context context) {
        schemaWithId(context);
        answer(
                context,
                schemas.uses(id(context)).stream()
                        .map(SubjectVersion::subject)
                        .distinct()
                        .toList());
    }

    private void setGlobalLevel(Context context, String body) {
        CompatibilityLevel level = SchemaRequest.level(body);
        schemas.setGlobalLevel(level);
        answer(context, Map.of("compatibility", level.name));
    }

    private void subjectLevel(Context context) {
        String subject = context.pathParam("subject");
        CompatibilityLevel level = schemas.subjectLevel(subject).orElseGet(() -> {
            if (!flag(context, "defaultToGlobal")) {
                throw RegistryError.noSubjectLevel(subject);
            }
            return schemas.globalLevel();
        });
        answer(context, Map.of("compatibilityLevel", level.name));
    }

    private void setSubjectLevel(Context context, String body) {
        CompatibilityLevel level = SchemaRequest.level(body);
        schemas.setSubjectLevel(notOwn(context.pathParam("subject")), level);
        answer(context, Map.of("compatibility", level.name));
    }

    private void removeSubjectLevel(Context context) {
        String subject = notOwn(context.pathParam("subject"));
        CompatibilityLevel level =
                schemas.subjectLevel(subject).orElseThrow(() -> RegistryError.noSubjectLevel(subject));
        schemas.setSubjectLevel(subject, null);
        answer(context, Map.of("compatibilityLevel", level.name));
    }

    private String notOwn(String subject) {
        if (own.contains(subject)) {
            throw RegistryError.ownSubject(subject);
        }
        return subject;
    }

    private void checkAgainstAll(Context context, String body) {
        answerCompatibility(context, body, schemas.versions(context.pathParam("subject")));
    }

    private void checkAgainstOne(Context context, String body) {
        boolean nothingToBreak = context.pathParam("version").equals(LATEST)
                && schemas.versions(context.pathParam("subject")).isEmpty();
        answerCompatibility(context, body, nothingToBreak ? List.of() : List.of(version(context)));
    }

    private void answerCompatibility(Context context, String body, List<SubjectVersion> versions) {
        List<String> reasons =
                schemas.incompatibilities(context.pathParam("subject"), schemaIn(context, body), versions);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("is_compatible", reasons.isEmpty());
        if (flag(context, "verbose")) {
            answer.put("messages", reasons);
        }
        answer(context, answer);
    }

    private SubjectVersion version(Context context) {
        List<SubjectVersion> versions = existing(context.pathParam("subject"));
        String wanted = context.pathParam("version");
        int number = wanted.equals(LATEST) || wanted.equals("-1") ? versions.size() : versionNumber(wanted);
        if (number > versions.size()) {
            throw RegistryError.unknownVersion(wanted);
        }
        return versions.get(number - 1);
    }

    private static int versionNumber(String wanted) {
        try {
            int number = Integer.parseInt(wanted);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw RegistryError.invalidVersion(wanted);
        }
        throw RegistryError.invalidVersion(wanted);
    }

    private List<SubjectVersion> existing(String subject) {
        List<SubjectVersion> versions = schemas.versions(subject);
        if (versions.isEmpty()) {
            throw RegistryError.unknownSubject(subject);
        }
        return versions;
    }

    private AvroSchema schemaWithId(Context context) {
        return schemas.schema(id(context)).orElseThrow(RegistryError::unknownSchema);
    }

    private static int id(Context context) {
        try {
            return Integer.parseInt(context.pathParam("id"));
        } catch (NumberFormatException notANumber) {
            throw RegistryError.unknownSchema();
        }
    }

    private static AvroSchema schemaIn(Context context, String body) {
        return SchemaRequest.schema(body, flag(context, "normalize"));
    }

    private static boolean flag(Context context, String name) {
        return Boolean.parseBoolean(context.queryParam(name));
    }

    private static Map<String, Object> address(SubjectVersion version) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", version.subject());
        body.put("version", version.version());
        return body;
    }

    private static Map<String, Object> describe(SubjectVersion version) {
        Map<String, Object> body = address(version);
        body.put("id", version.id());
        body.put("schema", version.schema().canonicalString());
        return body;
    }

    private static void answer(Context context, Object body) {
        try {
            answerText(context, JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The registry's answer cannot be written as JSON.", impossible);
        }
    }

    private static void answerText(Context context, String json) {
        context.contentType(CONTENT_TYPE).result(json);
    }

    private static void refuseToDelete() {
        throw RegistryError.cannotDelete();
    }
}
