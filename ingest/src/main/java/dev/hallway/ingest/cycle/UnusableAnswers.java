// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.ingest.github.Answer;

/** What answers without a page mean. */
final class UnusableAnswers {

    private UnusableAnswers() {}

    static Step withoutPage(Answer answer, String url) {
        if (answer instanceof Answer.NotModified) {
            return new Step.CaughtUp();
        }
        if (answer instanceof Answer.Failed failed) {
            return new Step.Stopped(failed.reason());
        }
        if (answer instanceof Answer.Unauthorized unauthorized) {
            return refused(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof Answer.NotFound missing) {
            return new Step.Stopped(missing.words() + " to " + url);
        }
        return new Step.Stopped("GitHub's answer to " + url + " is no list");
    }

    /**
     * GitHub answered 401.
     *
     * @param who asked, in words that follow "GitHub refused"
     */
    static Step.Stopped refused(String who, String message) {
        return new Step.Stopped("GitHub no longer accepts " + who + " (401 " + message + ")", Step.Extent.EVERYTHING);
    }
}
