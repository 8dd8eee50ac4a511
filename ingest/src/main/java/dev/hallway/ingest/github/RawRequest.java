// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnectorRequest;

/** A request in the form that the library's connectors expect. */
final class RawRequest implements GitHubConnectorRequest {

    private final URL url;
    private final String method;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Optional<String> body;

    RawRequest(URL url, String method, Map<String, String> headers, Optional<String> body) {
        this.url = url;
        this.method = method;
        this.body = body;
        headers.forEach((name, value) -> this.headers.put(name, List.of(value)));
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public Map<String, List<String>> allHeaders() {
        return headers;
    }

    @Override
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    @Override
    public @Nullable String contentType() {
        return hasBody() ? "application/json" : null;
    }

    @Override
    public @Nullable InputStream body() {
        return body.map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    @Override
    public URL url() {
        return url;
    }

    @Override
    public boolean hasBody() {
        return body.isPresent();
    }
}
