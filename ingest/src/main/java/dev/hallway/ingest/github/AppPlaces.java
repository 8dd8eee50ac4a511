// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

/**
 * Where the parts of a GitHub App's credentials are configured, for messages.
 *
 * @param id of its id
 * @param key of its private key
 * @param installation of the installation to use
 */
public record AppPlaces(String id, String key, String installation) {

    /** The environment variables. */
    public static final AppPlaces ENVIRONMENT =
            new AppPlaces("HALLWAY_GITHUB_APP_ID", "HALLWAY_GITHUB_APP_KEY_FILE", "HALLWAY_GITHUB_APP_INSTALLATION");
}
