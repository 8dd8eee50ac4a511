// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Confluent's REST API over a {@link SchemaStore}. */
final class RegistryRoutes {

    static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATEST = "latest";

    private final SchemaStore schemas;

    RegistryRoutes(SchemaStore schemas) {
        this.schemas = schemas;
    }

    void addTo(JavalinConfig config) {
        config.router.mount(router -> {
            router.get("/", context -> answer(context, Map.of()));
            router.get("/subjects", context -> answer(context, schemas.subjects()));
            router.post("/subjects/{subject}", this::lookUp);
            router.get("/subjects/{subject}/versions", this::listVersions);
            router.post("/subjects/{subject}/versions", this::register);
            router.get("/subjects/{subject}/versions/{version}", this::describeVersion);
            router.get("/subjects/{subject}/versions/{version}/schema", this::schemaOfVersion);
            router.delete("/subjects/{subject}", context -> refuseToDelete());
            router.delete("/subjects/{subject}/versions/{version}", context -> refuseToDelete());
            router.get("/schemas/types", context -> answer(context, List.of(AvroSchema.TYPE)));
            router.get("/schemas/ids/{id}", this::schemaById);
            router.get("/schemas/ids/{id}/schema", this::schemaTextById);
            router.get("/schemas/ids/{id}/versions", this::usesOfSchema);
            router.get("/schemas/ids/{id}/subjects", this::subjectsOfSchema);
            router.get("/config", context -> answer(context, Map.of("compatibilityLevel", schemas.globalLevel().name)));
            router.put("/config", this::setGlobalLevel);
            router.get("/config/{subject}", this::subjectLevel);
            router.put("/config/{subject}", this::setSubjectLevel);
            router.delete("/config/{subject}", this::removeSubjectLevel);
            router.post("/compatibility/subjects/{subject}/versions", this::checkAgainstAll);
            router.post("/compatibility/subjects/{subject}/versions/{version}", this::checkAgainstOne);
            router.get("/mode", context -> answer(context, Map.of("mode", "READWRITE")));
            router.get("/mode/{subject}", context -> answer(context, Map.of("mode", "READWRITE")));
            router.exception(
                    RegistryError.class,
                    (error, context) ->
                            refuse(context, error.status(), error.code(), String.valueOf(error.getMessage())));
        });
    }

    static void refuse(Context context, int status, int code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error_code", code);
        body.put("message", message);
        context.status(status);
        answer(context, body);
    }

    private void register(Context context) {
        String subject = context.pathParam("subject");
        Registration registration = schemas.register(subject, schemaIn(context));
        if (registration instanceof Registration.Incompatible incompatible) {
            throw RegistryError.incompatible(subject, incompatible.reasons());
        }
        if (registration instanceof Registration.Registered registered) {
            answer(context, Map.of("id", registered.registered().id()));
        }
    }

    private void lookUp(Context context) {
        String subject = context.pathParam("subject");
        AvroSchema schema = schemaIn(context);
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

    private void setGlobalLevel(Context context) {
        CompatibilityLevel level = SchemaRequest.level(context.body());
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

    private void setSubjectLevel(Context context) {
        CompatibilityLevel level = SchemaRequest.level(context.body());
        schemas.setSubjectLevel(context.pathParam("subject"), level);
        answer(context, Map.of("compatibility", level.name));
    }

    private void removeSubjectLevel(Context context) {
        String subject = context.pathParam("subject");
        CompatibilityLevel level =
                schemas.subjectLevel(subject).orElseThrow(() -> RegistryError.noSubjectLevel(subject));
        schemas.setSubjectLevel(subject, null);
        answer(context, Map.of("compatibilityLevel", level.name));
    }

    private void checkAgainstAll(Context context) {
        answerCompatibility(context, schemas.versions(context.pathParam("subject")));
    }

    private void checkAgainstOne(Context context) {
        boolean nothingToBreak = context.pathParam("version").equals(LATEST)
                && schemas.versions(context.pathParam("subject")).isEmpty();
        answerCompatibility(context, nothingToBreak ? List.of() : List.of(version(context)));
    }

    private void answerCompatibility(Context context, List<SubjectVersion> versions) {
        List<String> reasons = schemas.incompatibilities(context.pathParam("subject"), schemaIn(context), versions);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("is_compatible", reasons.isEmpty());
        if (flag(context, "verbose")) {
            body.put("messages", reasons);
        }
        answer(context, body);
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

    private static AvroSchema schemaIn(Context context) {
        return SchemaRequest.schema(context.body(), flag(context, "normalize"));
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
