// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends answers: authentication, limits, ETags, dates, planned faults, the request log. */
final class Answers {

    static final String ANSWERED = "answered";

    /** What a route found. */
    sealed interface Answer {}

    /** JSON, and the addresses of the next page and of the last. */
    record Found(String json, Optional<String> next, Optional<String> last) implements Answer {

        /** What has no pages. */
        Found(String json) {
            this(json, Optional.empty(), Optional.empty());
        }
    }

    /** The answer to a GraphQL query; it has no ETag and counts against a quota of its own. */
    record GraphQl(String json) implements Answer {}

    /** GitHub took too long. */
    record GaveUp() implements Answer {}

    /** A request GitHub does not answer, with the status and message that say why. */
    record Refused(int status, String message) implements Answer {}

    /** Nothing. */
    record Missing() implements Answer {}

    /** What is left of the quota. */
    record Budget() implements Answer {}

    /** The answer to an App that asks as itself. */
    record ToApp(int status, String json, Optional<String> next) implements Answer {

        /** What has no pages. */
        ToApp(int status, String json) {
            this(status, json, Optional.empty());
        }
    }

    /** The same thing under another address. */
    record Moved(String location) implements Answer {}

    // RFC_1123_DATE_TIME writes days below 10 with one digit; HTTP wants two.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final String JSON = "application/json; charset=utf-8";

    private final Clock clock;
    private final SimulationSettings settings;
    private final FaultScript faults;
    private final RequestLog log;
    private final Optional<RateLimit> limit;
    private final Optional<RateLimit> points;
    private volatile @Nullable SimulatedApp app;

    Answers(Clock clock, SimulationSettings settings, FaultScript faults, RequestLog log) {
        this.clock = clock;
        this.settings = settings;
        this.faults = faults;
        this.log = log;
        this.limit = quota(settings, clock);
        this.points = quota(settings, clock);
    }

    void accept(SimulatedApp installed) {
        this.app = installed;
    }

    void send(Context context, Answer answer) {
        context.attribute(ANSWERED, true);
        Optional<Fault> fault = faults.take(pathAndQuery(context));
        Duration off =
                fault.isPresent() && fault.get() instanceof Fault.DateOff date ? date.difference() : Duration.ZERO;
        context.header(Header.DATE, HTTP_DATE.format(clock.instant().plus(off).atOffset(ZoneOffset.UTC)));
        if (fault.isPresent() && off.isZero()) {
            commit(context, fault.get(), answer);
        } else if (context.header(Header.USER_AGENT) == null) {
            reply(context, 403, "{\"message\":\"Request forbidden: no User-Agent.\"}");
        } else if (answer instanceof ToApp toApp) {
            toApp.next().ifPresent(next -> context.header(Header.LINK, "<" + next + ">; rel=\"next\""));
            reply(context, toApp.status(), toApp.json());
        } else if (!isAuthorized(context)) {
            reply(context, 401, "{\"message\":\"Bad credentials\"}");
        } else if (answer instanceof Budget) {
            budget(context);
        } else if (answer instanceof GaveUp) {
            commit(context, Fault.badGateway(), answer);
        } else if (answer instanceof GraphQl graphQl) {
            graphQl(context, graphQl);
        } else if (limit.isPresent() && !limit.get().take()) {
            tellLimit(context);
            reply(context, 403, "{\"message\":\"API rate limit exceeded\"}");
        } else {
            answer(context, answer);
        }
        log.add(new LoggedRequest(
                pathAndQuery(context), context.status().getCode(), SimulatedGitHub.hasToken(context)));
    }

    /** A query costs a point; if none is left, GitHub says so with status 200. */
    private void graphQl(Context context, GraphQl graphQl) {
        if (!SimulatedGitHub.hasToken(context)) {
            reply(context, 401, "{\"message\":\"This endpoint requires you to be authenticated.\"}");
            return;
        }
        boolean left = points.isEmpty() || points.get().take();
        points.ifPresent(quota -> addQuotaHeaders(context, quota, "graphql"));
        reply(
                context,
                200,
                left
                        ? graphQl.json()
                        : "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"API rate limit exceeded.\"}]}");
    }

    /** Asking what is left of the quota is free. */
    private void budget(Context context) {
        if (limit.isEmpty()) {
            reply(context, 404, "{\"message\":\"Rate limiting is not enabled.\"}");
            return;
        }
        tellLimit(context);
        String core = budget(limit.get());
        String graphQl = budget(points.orElseThrow());
        reply(
                context,
                200,
                "{\"resources\":{\"core\":" + core + ",\"graphql\":" + graphQl + "},\"rate\":" + core + "}");
    }

    private static String budget(RateLimit quota) {
        return "{\"limit\":" + quota.limit() + ",\"used\":" + (quota.limit() - quota.remaining()) + ",\"remaining\":"
                + quota.remaining() + ",\"reset\":" + quota.resetEpochSecond() + "}";
    }

    private void answer(Context context, Answer answer) {
        if (answer instanceof Found found) {
            found(context, found);
        } else if (answer instanceof Moved moved) {
            tellLimit(context);
            context.header(Header.LOCATION, moved.location());
            reply(context, 301, "{\"message\":\"Moved Permanently\",\"url\":\"" + moved.location() + "\"}");
        } else if (answer instanceof Refused refused) {
            tellLimit(context);
            reply(context, refused.status(), "{\"message\":\"" + refused.message() + "\"}");
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
        found.next()
                .ifPresent(next -> context.header(
                        "Link",
                        link(next, "next")
                                + found.last()
                                        .map(last -> ", " + link(last, "last"))
                                        .orElse("")));
        reply(context, 200, found.json());
    }

    private static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }

    private void commit(Context context, Fault fault, Answer answer) {
        if (fault instanceof Fault.Reply reply) {
            reply.headers().forEach(context::header);
            context.status(reply.status()).result(reply.body());
            return;
        }
        byte[] whole = body(answer).getBytes(StandardCharsets.UTF_8);
        if (fault instanceof Fault.Cut cut) {
            context.status(200).contentType(JSON).result(share(whole, cut.share()));
        } else if (fault instanceof Fault.BrokenOff broken) {
            // The server closes a connection on which it has sent less than it promised.
            context.header(Header.CONTENT_LENGTH, Integer.toString(whole.length + 1));
            context.status(200).contentType(JSON).result(share(whole, broken.share()));
        } else if (fault instanceof Fault.Stalled stalled) {
            stall(context, whole.length, share(whole, stalled.share()));
        } else {
            reset(context);
        }
    }

    private static byte[] share(byte[] whole, double share) {
        return Arrays.copyOf(whole, (int) (share * whole.length));
    }

    /** An answer that is never completed occupies no thread meanwhile. */
    private static void stall(Context context, int promised, byte[] sent) {
        try {
            if (sent.length > 0) {
                context.header(Header.CONTENT_LENGTH, Integer.toString(promised + 1));
                context.status(200).contentType(JSON);
                context.res().getOutputStream().write(sent);
                context.res().flushBuffer();
            }
            context.future(CompletableFuture::new);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void reset(Context context) {
        try {
            // Jetty's way to close the connection without an answer.
            context.res().sendError(-1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String body(Answer answer) {
        if (answer instanceof GraphQl graphQl) {
            return graphQl.json();
        }
        return answer instanceof Found found ? found.json() : "{\"message\":\"Not Found\"}";
    }

    private boolean isAuthorized(Context context) {
        String sent = Objects.requireNonNullElse(context.header(Header.AUTHORIZATION), "");
        SimulatedApp installed = app;
        if (installed != null && sent.startsWith("Bearer ghs_")) {
            return installed.accepts(sent.substring("Bearer ".length()));
        }
        if (settings.tokens().isEmpty()) {
            return true;
        }
        return settings.tokens().stream()
                .anyMatch(token -> sent.equals("Bearer " + token) || sent.equals("token " + token));
    }

    private void tellLimit(Context context) {
        limit.ifPresent(quota -> addQuotaHeaders(context, quota, "core"));
    }

    private static void addQuotaHeaders(Context context, RateLimit quota, String resource) {
        context.header("X-RateLimit-Limit", Integer.toString(quota.limit()))
                .header("X-RateLimit-Remaining", Integer.toString(quota.remaining()))
                .header("X-RateLimit-Used", Integer.toString(quota.limit() - quota.remaining()))
                .header("X-RateLimit-Reset", Long.toString(quota.resetEpochSecond()))
                .header("X-RateLimit-Resource", resource);
    }

    private static Optional<RateLimit> quota(SimulationSettings settings, Clock clock) {
        return settings.rateLimit().stream()
                .mapToObj(requests -> new RateLimit(requests, clock))
                .findFirst();
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
