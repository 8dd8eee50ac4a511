// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts answers on the wire: authentication, limits, ETags, dates, planned faults, the log. */
final class Answers {

    static final String ANSWERED = "answered";

    /** What a route found. */
    sealed interface Answer {}

    /** JSON, and the address of the next page. */
    record Found(String json, Optional<String> next) implements Answer {}

    /** Nothing. */
    record Missing() implements Answer {}

    /** The same thing under another address. */
    record Moved(String location) implements Answer {}

    private static final String JSON = "application/json; charset=utf-8";

    private final Clock clock;
    private final SimulationSettings settings;
    private final FaultScript faults;
    private final List<LoggedRequest> log;
    private final Optional<RateLimit> limit;

    Answers(Clock clock, SimulationSettings settings, FaultScript faults, List<LoggedRequest> log) {
        this.clock = clock;
        this.settings = settings;
        this.faults = faults;
        this.log = log;
        this.limit = settings.rateLimit().stream()
                .mapToObj(requests -> new RateLimit(requests, clock))
                .findFirst();
    }

    void send(Context context, Answer answer) {
        context.attribute(ANSWERED, true);
        context.header(
                Header.DATE,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        Optional<Fault> fault = faults.take(pathAndQuery(context));
        if (fault.isPresent()) {
            commit(context, fault.get(), answer);
        } else if (context.header(Header.USER_AGENT) == null) {
            reply(context, 403, "{\"message\":\"Request forbidden: no User-Agent.\"}");
        } else if (!isAuthorized(context)) {
            reply(context, 401, "{\"message\":\"Bad credentials\"}");
        } else if (limit.isPresent() && !limit.get().take()) {
            tellLimit(context);
            reply(context, 403, "{\"message\":\"API rate limit exceeded\"}");
        } else {
            answer(context, answer);
        }
        log.add(new LoggedRequest(
                pathAndQuery(context), context.status().getCode(), SimulatedGitHub.hasToken(context)));
    }

    String rateLimitJson() {
        String core = limit.map(quota -> "{\"limit\":" + quota.limit() + ",\"remaining\":" + quota.remaining()
                        + ",\"reset\":" + quota.resetEpochSecond() + "}")
                .orElse("{\"limit\":0,\"remaining\":0,\"reset\":0}");
        return "{\"resources\":{\"core\":" + core + "},\"rate\":" + core + "}";
    }

    private void answer(Context context, Answer answer) {
        if (answer instanceof Found found) {
            found(context, found);
        } else if (answer instanceof Moved moved) {
            tellLimit(context);
            context.header(Header.LOCATION, moved.location());
            reply(context, 301, "{\"message\":\"Moved Permanently\",\"url\":\"" + moved.location() + "\"}");
        } else {
            tellLimit(context);
            reply(context, 404, "{\"message\":\"Not Found\"}");
        }
    }

    private void found(Context context, Found found) {
        String etag = etag(found.json() + context.header(Header.AUTHORIZATION));
        context.header(Header.ETAG, etag);
        boolean unchanged = etag.equals(context.header(Header.IF_NONE_MATCH));
        if (unchanged && SimulatedGitHub.hasToken(context)) {
            limit.ifPresent(RateLimit::giveBack);
        }
        tellLimit(context);
        if (unchanged) {
            context.status(304).result("");
            return;
        }
        found.next().ifPresent(next -> context.header("Link", "<" + next + ">; rel=\"next\""));
        reply(context, 200, found.json());
    }

    private void commit(Context context, Fault fault, Answer answer) {
        if (fault instanceof Fault.Reply reply) {
            reply.headers().forEach(context::header);
            context.status(reply.status()).result(reply.body());
            return;
        }
        byte[] whole = (answer instanceof Found found ? found.json() : "{\"message\":\"Not Found\"}")
                .getBytes(StandardCharsets.UTF_8);
        int kept = (int) (((Fault.BrokenOff) fault).share() * whole.length);
        // The server closes a connection on which it has sent less than it promised.
        context.header(Header.CONTENT_LENGTH, Integer.toString(whole.length + 1));
        context.status(200).contentType(JSON).result(Arrays.copyOf(whole, kept));
    }

    private boolean isAuthorized(Context context) {
        if (settings.tokens().isEmpty()) {
            return true;
        }
        String sent = Objects.requireNonNullElse(context.header(Header.AUTHORIZATION), "");
        return settings.tokens().stream()
                .anyMatch(token -> sent.equals("Bearer " + token) || sent.equals("token " + token));
    }

    private void tellLimit(Context context) {
        limit.ifPresent(quota -> context.header("X-RateLimit-Limit", Integer.toString(quota.limit()))
                .header("X-RateLimit-Remaining", Integer.toString(quota.remaining()))
                .header("X-RateLimit-Reset", Long.toString(quota.resetEpochSecond()))
                .header("X-RateLimit-Resource", "core"));
    }

    private static void reply(Context context, int status, String json) {
        context.status(status).contentType(JSON).result(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String pathAndQuery(Context context) {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    private static String etag(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash) + "\"";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
