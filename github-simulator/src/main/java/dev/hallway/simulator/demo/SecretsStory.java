// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Instant;
import java.util.List;

/**
 * How somebody asked for an API to read secrets, and what became of it: code, documentation, a sample.
 *
 * <p>The numbers, the day of the request and the day of its first answer are those of the real story; the people, every
 * other time and every word are made up.
 */
final class SecretsStory {

    static final String RUNTIME = "dapr/dapr";
    static final String DOCS = "dapr/docs";
    static final String QUICKSTARTS = "dapr/quickstarts";

    static final DemoItem REQUEST = new DemoItem(RUNTIME, 1034);
    static final Instant REQUESTED_AT = Instant.parse("2020-02-12T09:41:12Z");
    static final DemoItem FIRST_ANSWER = new DemoItem(RUNTIME, 1059);
    static final Instant FIRST_MERGED_AT = Instant.parse("2020-02-21T16:30:45Z");

    private static final Instant FIRST_ANSWER_OPENED_AT = Instant.parse("2020-02-18T10:20:03Z");

    private final People people;

    SecretsStory(People people) {
        this.people = people;
    }

    /** The pull requests that refer to the request, in the order of their merges. */
    static List<DemoItem> pullRequests() {
        return List.of(
                FIRST_ANSWER,
                new DemoItem(RUNTIME, 1085),
                new DemoItem(DOCS, 377),
                new DemoItem(RUNTIME, 1102),
                new DemoItem(RUNTIME, 1107),
                new DemoItem(RUNTIME, 1115),
                new DemoItem(DOCS, 397),
                new DemoItem(QUICKSTARTS, 215));
    }

    /** Every item of the story; the numbers of a repository rise with time. */
    List<Scene> scenes() {
        return List.of(
                new Scene(REQUEST, REQUESTED_AT, this::request),
                new Scene(FIRST_ANSWER, FIRST_ANSWER_OPENED_AT, this::firstAnswer),
                later(
                        new DemoItem(RUNTIME, 1085),
                        people.maple(),
                        "Secrets API: read single keys",
                        "The second half of #1034: one key of a secret instead of all of them.",
                        "2020-02-24T09:15:30Z",
                        "2020-02-26T14:05:10Z"),
                later(
                        new DemoItem(DOCS, 377),
                        people.quill(),
                        "Reference for the secrets API",
                        "Resolves dapr/dapr#1034 for readers of the documentation.",
                        "2020-02-25T13:00:00Z",
                        "2020-02-27T10:12:00Z"),
                later(
                        new DemoItem(RUNTIME, 1102),
                        people.willow(),
                        "Secrets API over gRPC",
                        "Brings what #1034 asked for to gRPC callers.",
                        "2020-02-27T08:30:00Z",
                        "2020-03-02T15:45:00Z"),
                later(
                        new DemoItem(RUNTIME, 1107),
                        people.requester(),
                        "Tests for the secrets API with a local store",
                        "You asked in #1034 whether I wanted to add the tests. I did! 🎉",
                        "2020-02-28T17:02:00Z",
                        "2020-03-03T11:20:00Z"),
                later(
                        new DemoItem(RUNTIME, 1115),
                        people.harbor(),
                        "Name the store in errors of the secrets API",
                        "Came up while people tried #1034 out.",
                        "2020-03-03T09:40:00Z",
                        "2020-03-04T16:00:00Z"),
                later(
                        new DemoItem(DOCS, 397),
                        people.requester(),
                        "How-to: read a secret from your application",
                        "What I would have liked to find when I wrote dapr/dapr#1034.",
                        "2020-03-05T18:11:00Z",
                        "2020-03-09T09:30:00Z"),
                later(
                        new DemoItem(QUICKSTARTS, 215),
                        people.sampler(),
                        "Sample: an order service that reads its secrets",
                        "A sample for dapr/dapr#1034, with a store that needs no cloud account.",
                        "2020-03-06T12:25:00Z",
                        "2020-03-11T13:55:00Z"));
    }

    private void request(HistoryWriter notes) {
        Person requester = people.requester();
        notes.openIssue(
                REQUEST.number(),
                requester,
                "An API to read secrets",
                "My services keep their passwords in a store that the runtime already knows for its own components. "
                        + "I would like to ask the sidecar for them instead of adding a client for every store.",
                List.of("kind/enhancement"),
                REQUESTED_AT);
        say(notes, people.maple(), "We had not planned this. How would the call look for you?", "2020-02-12T13:05:40Z");
        say(notes, requester, "`GET /v1.0/secrets/my-store/my-secret`, with JSON back.", "2020-02-12T14:22:10Z");
        say(notes, people.willow(), "+1, we copy the same forty lines into every service.", "2020-02-13T08:10:00Z");
        say(
                notes,
                people.anchor(),
                "Us too: three teams, three clients for the same store. 🙏",
                "2020-02-13T12:30:00Z");
        say(notes, people.harbor(), "I like it. Small, and it fits what is there.", "2020-02-13T17:45:00Z");
        say(notes, people.willow(), "I would try a first version if nobody minds.", "2020-02-14T09:02:00Z");
        say(notes, people.maple(), "Please do! Ask whatever you need to know.", "2020-02-14T09:30:00Z");
        notes.closeIssue(REQUEST.number(), "completed", FIRST_MERGED_AT);
        say(notes, people.maple(), "Merged. Would you like to add the tests?", "2020-02-21T16:41:00Z");
        say(notes, requester, "That was fast, thank you! Yes, I would.", "2020-02-22T10:03:00Z");
    }

    private static void say(HistoryWriter notes, Person by, String words, String at) {
        notes.comment(REQUEST.number(), by, words, Instant.parse(at));
    }

    private void firstAnswer(HistoryWriter notes) {
        long number = FIRST_ANSWER.number();
        Person author = people.willow();
        notes.openPull(
                number,
                author,
                "Secrets API",
                "Closes #" + REQUEST.number() + "\n\nReads a secret from any configured store.",
                List.of(),
                false,
                FIRST_ANSWER_OPENED_AT);
        notes.comment(number, people.ci(), "All checks have passed.", Instant.parse("2020-02-18T10:34:00Z"));
        notes.review(
                number,
                people.maple(),
                "CHANGES_REQUESTED",
                "Great start. Two things before we can merge it.",
                List.of("What does the caller see if the store is unknown?", "Please leave the value out of this log."),
                Instant.parse("2020-02-18T16:05:00Z"));
        notes.replyOnLine(
                number, author, "404 now, and the message names the store.", Instant.parse("2020-02-19T08:20:00Z"));
        notes.comment(
                number,
                people.requester(),
                "I tried this branch: it works for us.",
                Instant.parse("2020-02-19T19:12:00Z"));
        notes.review(
                number, people.harbor(), "APPROVED", "Thank you!", List.of(), Instant.parse("2020-02-20T15:00:00Z"));
        notes.review(number, people.maple(), "APPROVED", "", List.of(), Instant.parse("2020-02-21T16:12:00Z"));
        notes.merge(number, List.of(), FIRST_MERGED_AT);
    }

    private Scene later(DemoItem item, Person author, String title, String body, String openedAt, String mergedAt) {
        Instant opened = Instant.parse(openedAt);
        Instant merged = Instant.parse(mergedAt);
        Person reviewer = author.equals(people.maple()) ? people.harbor() : people.maple();
        return new Scene(item, opened, notes -> {
            notes.openPull(item.number(), author, title, body, List.of(), false, opened);
            notes.comment(item.number(), reviewer, "Lovely, having a look.", opened.plusSeconds(5_400));
            notes.review(
                    item.number(),
                    reviewer,
                    "COMMENTED",
                    "",
                    List.of("Could this be said in fewer words?"),
                    opened.plusSeconds(9_000));
            notes.replyOnLine(item.number(), author, "Done.", opened.plusSeconds(20_000));
            notes.review(item.number(), reviewer, "APPROVED", "🚀", List.of(), merged.minusSeconds(600));
            notes.merge(item.number(), List.of(), merged);
        });
    }
}
