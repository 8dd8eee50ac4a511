// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import java.time.Instant;
import java.util.List;

/** The outcome of one cycle for one repository. */
public sealed interface RepositoryOutcome {

    /** The name it was requested by. */
    String requestedName();

    /** One line for people. */
    String line();

    /**
     * Everything GitHub shows has been read.
     *
     * @param canonicalName GitHub's own name of it, {@code owner/repo}
     * @param records snapshots that were published
     * @param syncedAt until when, by GitHub's clock
     */
    record UpToDate(String requestedName, String canonicalName, long records, Instant syncedAt)
            implements RepositoryOutcome {
        @Override
        public String line() {
            return canonicalName + " is up to date as of " + syncedAt + " (" + records + " new snapshots).";
        }
    }

    /**
     * Everything was read except for what is named; each of that is a gap of the repository, and tried again with the next
     * cycle.
     *
     * @param canonicalName GitHub's own name of it, {@code owner/repo}
     * @param unread what could not be read, one sentence each
     */
    record Incomplete(String requestedName, String canonicalName, List<String> unread) implements RepositoryOutcome {

        /** Copies the sentences. */
        public Incomplete {
            unread = List.copyOf(unread);
        }

        @Override
        public String line() {
            return canonicalName + " was read except for what GitHub does not give: " + String.join("; ", unread)
                    + ". The next run tries again.";
        }
    }

    /**
     * GitHub does not show such a repository.
     *
     * @param otherwise what else may be the reason, given these credentials
     */
    record NotFound(String requestedName, String otherwise) implements RepositoryOutcome {
        @Override
        public String line() {
            return "Repository " + requestedName + " does not exist, or " + otherwise + ".";
        }
    }

    /**
     * GitHub does not accept the token, or requires one.
     *
     * @param who asked
     * @param remedy what to do about it
     */
    record Unauthorized(String requestedName, String who, String message, String remedy) implements RepositoryOutcome {
        @Override
        public String line() {
            return "GitHub refused " + who + " access to " + requestedName + " (401 " + message + "): " + remedy + ".";
        }
    }

    /** It could not be read to the end; the next cycle continues where this one stopped. */
    record Failed(String requestedName, String reason) implements RepositoryOutcome {
        @Override
        public String line() {
            return requestedName + " could not be read to the end: " + reason
                    + ". What was read is kept; the next run continues from there.";
        }
    }
}
