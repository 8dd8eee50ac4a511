// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.walk;

import dev.hallway.ingest.github.Answer;

/** What answers without a page mean. */
public final class UnusableAnswers {

    private UnusableAnswers() {}

    /** To a request with an ETag. */
    public static Step withoutPage(Answer answer, String url) {
        return answer instanceof Answer.NotModified ? new Step.CaughtUp() : stopped(answer, url);
    }

    /** To a request without an ETag. */
    public static Step.Stopped stopped(Answer answer, String url) {
        if (answer instanceof Answer.Failed failed) {
            return new Step.Stopped(failed.reason(), Step.Extent.THIS_WALK);
        }
        if (answer instanceof Answer.Unauthorized unauthorized) {
            return refused(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof Answer.NotFound missing) {
            return new Step.Stopped(missing.words() + " to " + url, Step.Extent.THIS_WALK);
        }
        return new Step.Stopped("GitHub's answer to " + url + " is no list", Step.Extent.THIS_WALK);
    }

    /**
     * GitHub answered 401.
     *
     * @param who asked, in words that follow "GitHub refused"
     */
    public static Step.Stopped refused(String who, String message) {
        return new Step.Stopped("GitHub no longer accepts " + who + " (401 " + message + ")", Step.Extent.EVERYTHING);
    }
}
