// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.OptionalInt;
import java.util.Set;

/**
 * How a simulated GitHub behaves.
 *
 * @param basePath path before every route: empty as on github.com, {@code /api/v3} as on GitHub Enterprise Server
 * @param webAddress where the web pages of its repositories would be; only for {@code html_url}
 * @param rateLimit requests an hour; empty: no limit and no headers about it, as on a GitHub Enterprise Server
 * @param tokens the accepted tokens; empty: any, and none too
 */
public record SimulationSettings(String basePath, String webAddress, OptionalInt rateLimit, Set<String> tokens) {

    /** Copies the tokens. */
    public SimulationSettings {
        tokens = Set.copyOf(tokens);
    }

    /** As github.com with a token that may ask 5,000 times an hour; any token will do. */
    public static SimulationSettings likeGitHub() {
        return new SimulationSettings("", "https://github.com", OptionalInt.of(5_000), Set.of());
    }

    /** The same below another path. */
    public SimulationSettings below(String path) {
        return new SimulationSettings(path, webAddress, rateLimit, tokens);
    }

    /** The same with another limit, or none. */
    public SimulationSettings limitedTo(OptionalInt requestsAnHour) {
        return new SimulationSettings(basePath, webAddress, requestsAnHour, tokens);
    }

    /** The same, but only these tokens are accepted. */
    public SimulationSettings accepting(Set<String> accepted) {
        return new SimulationSettings(basePath, webAddress, rateLimit, accepted);
    }

    /** The tokens are left out. */
    @Override
    public String toString() {
        return "SimulationSettings[" + basePath + ", " + rateLimit + "]";
    }
}
