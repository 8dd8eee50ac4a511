// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnectorRequest;

/** A GET in the form that the library's connectors take. */
final class RawRequest implements GitHubConnectorRequest {

    private final URL url;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    RawRequest(URL url, Map<String, String> headers) {
        this.url = url;
        headers.forEach((name, value) -> this.headers.put(name, List.of(value)));
    }

    @Override
    public String method() {
        return "GET";
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
        return null;
    }

    @Override
    public @Nullable InputStream body() {
        return null;
    }

    @Override
    public URL url() {
        return url;
    }

    @Override
    public boolean hasBody() {
        return false;
    }
}
