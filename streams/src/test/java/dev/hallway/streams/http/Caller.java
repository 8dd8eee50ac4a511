// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.portfolio.FigureCache;
import dev.hallway.streams.read.CommunityReader;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Starts servers for tests and asks them. */
final class Caller {

    static final Readiness READY = () -> new Readiness.Report(true, "RUNNING", Map.of("hallway.github.issues", 0L));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Caller() {}

    static HttpServer serve(CommunityDirectory directory) {
        return serve(HttpSettings.loopback(0), directory, READY);
    }

    static HttpServer serve(HttpSettings settings, CommunityDirectory directory, Readiness readiness) {
        return serve(settings, directory, readiness, noFigures());
    }

    static HttpServer serve(CommunityDirectory directory, FigureCache figures) {
        return serve(HttpSettings.loopback(0), directory, READY, figures);
    }

    private static HttpServer serve(
            HttpSettings settings, CommunityDirectory directory, Readiness readiness, FigureCache figures) {
        return QueryServer.start(
                settings, directory, readiness, figures, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** A cache that never reads anything. */
    static FigureCache noFigures() {
        return new FigureCache(List::of, Clock.systemUTC());
    }

    static CommunityDirectory here(CommunityReader reader) {
        return directory(new Located.Here(0, reader));
    }

    static CommunityDirectory directory(Located located) {
        return new CommunityDirectory() {
            @Override
            public Located locate(String repository) {
                return located;
            }

            @Override
            public List<Located> everywhere() {
                return List.of(located);
            }
        };
    }

    /** Places that are asked for together. */
    static CommunityDirectory everywhere(List<Located> places) {
        return new CommunityDirectory() {
            @Override
            public Located locate(String repository) {
                return new Located.NotReady("Only lists are asked for.");
            }

            @Override
            public List<Located> everywhere() {
                return places;
            }
        };
    }

    static HttpResponse<String> get(HttpServer server, String path, String... headers)
            throws IOException, InterruptedException {
        return get(server.address(), path, headers);
    }

    static HttpResponse<String> get(URI server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** The first line of the answer to a path that is sent as it is, escaped or not. */
    static String firstLine(HttpServer server, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(answer.readLine());
        }
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
