// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches an answer from the instance that holds it.
 *
 * <p>Only once: a forwarded request that lands on an instance without the repository is refused, not sent on, so that
 * two instances with different views never bounce it. The answer is read whole before any of it is passed on.
 */
final class Forwarder {

    static final String FORWARDED = "Hallway-Forwarded";

    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    private static final Pattern UNESCAPED = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^-A-Za-z0-9._~:/?@!$&'()*+,;=%]");
    private static final List<String> REQUEST_HEADERS = List.of("Accept", "Authorization");
    private static final List<String> FURTHER_ANSWER_HEADERS =
            List.of("retry-after", "www-authenticate", "content-security-policy");

    private final HttpClient client;
    private final Duration timeout;

    Forwarder(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static boolean isForwarded(Context context) {
        return context.header(FORWARDED) != null;
    }

    /** Answers with what the instance answers to the same request. */
    void answerFrom(URI instance, Context context) {
        if (isForwarded(context)) {
            throw new Problem.Found(503, "The repository is moving between instances; ask again shortly.");
        }
        HttpResponse<byte[]> answer = fetch(instance, context);
        context.status(answer.statusCode()).result(answer.body());
        answer.headers().firstValue("Content-Type").ifPresent(context::contentType);
        answer.headers().map().forEach((name, values) -> {
            if (name.startsWith("hallway-") || FURTHER_ANSWER_HEADERS.contains(name)) {
                context.header(name, values.get(0));
            }
        });
    }

    /** The instance's answer to the same request; a problem if it gives none. */
    private HttpResponse<byte[]> fetch(URI instance, Context context) {
        String query = context.queryString();
        return fetch(instance, query == null ? context.path() : context.path() + "?" + query, context);
    }

    /** The instance's answer to another request by the same caller; a problem if it gives none. */
    HttpResponse<byte[]> fetch(URI instance, String pathAndQuery, Context context) {
        HttpRequest request = request(instance, pathAndQuery, context);
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            LOG.warn("{} did not answer {}: {}", instance, request.uri().getPath(), unreachable.toString());
            throw new Problem.Found(503, "The instance that holds this does not answer; ask again shortly.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem.Found(503, "This instance is stopping.");
        }
    }

    private HttpRequest request(URI instance, String pathAndQuery, Context context) {
        URI address = instance.resolve(escaped(pathAndQuery));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(timeout).header(FORWARDED, "1");
        for (String name : REQUEST_HEADERS) {
            String value = context.header(name);
            if (value != null) {
                add(request, name, value);
            }
        }
        return request.GET().build();
    }

    private static void add(HttpRequest.Builder request, String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException unsendable) {
            throw new Problem.Found(400, "The header " + name + " holds a character that no header may hold.");
        }
    }

    /** Callers write characters as they are that an address may only hold escaped, and most servers let them. */
    private static String escaped(String address) {
        return UNESCAPED.matcher(address).replaceAll(found -> HexFormat.of()
                .withUpperCase()
                .withPrefix("%")
                .formatHex(found.group().getBytes(StandardCharsets.UTF_8)));
    }
}
