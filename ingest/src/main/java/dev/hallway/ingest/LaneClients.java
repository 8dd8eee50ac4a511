// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.access.LanePlan;
import dev.hallway.ingest.github.Credentials;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.InstallationCredentials;
import dev.hallway.ingest.github.RequestListener;
import dev.hallway.ingest.github.RetryPolicy;

/** Makes the client of a lane; the identity decides what it may ask for. */
record LaneClients(IngestSettings settings, IngestEnvironment environment, RequestListener listener) {

    GitHubClient client(LanePlan plan) {
        return client(credentials(plan));
    }

    private Credentials credentials(LanePlan plan) {
        if (plan.identity() instanceof Identity.WithToken known) {
            return Credentials.of(known.token(), known.name());
        }
        if (plan.identity() instanceof Identity.App app) {
            Credentials itself = InstallationCredentials.ofApp(app.id(), app.key(), environment.clock());
            return new InstallationCredentials(
                    client(itself),
                    app.id(),
                    app.places(),
                    app.installation(),
                    plan.repositories(),
                    environment.clock());
        }
        return Credentials.none();
    }

    private GitHubClient client(Credentials credentials) {
        return new GitHubClient(
                settings.githubUrl(),
                credentials,
                settings.access().reserve(),
                environment.clock(),
                RetryPolicy.lasting(environment.timeouts(), environment.pause(), environment.jitter()),
                listener);
    }
}
