// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.util.List;
import java.util.Locale;

/**
 * What people write: made up from a few words, and now and then awkward, as real titles are.
 *
 * @param subjects what a repository is about
 * @param complaints how an issue about a subject goes on
 * @param changes how a pull request about a subject begins
 */
record Texts(List<String> subjects, List<String> complaints, List<String> changes) {

    static final String ABOUT_TITLE = "About this repository: illustrative data made up by Hallway";
    static final String ABOUT_BODY = "Nothing here was written by anybody: names, people and texts are made up to show"
            + " what Hallway makes of a community. Only the shape of one story is real.";

    private static final List<String> AWKWARD_TITLES = List.of(
            "💥 boom 💥",
            "Crash | with a pipe, <b>tags</b> & \"quotes\"",
            "=HYPERLINK(\"http://example.invalid\",\"a formula\")",
            "[a link](javascript:alert) that is none",
            "@demo-maple could you look at this?",
            "مهلة الاتصال قصيرة جدا",
            "サイドカーが起動しない",
            "`backticks ``` in a title",
            "it doesn't work ".repeat(14).strip(),
            "?");
    private static final List<String> ISSUE_BODIES = List.of(
            "Seen with the newest release. Before that it worked.",
            "I followed the guide step by step.\n\n```\nERROR: fixes #1 is only a text in code\n```",
            "Would be a great help for us, we have about twenty services.",
            "**Expected:** an answer.\n**Seen:** none.",
            "");
    private static final List<String> COMMENTS = List.of(
            "Thank you for the report! Which version is it?",
            "I can reproduce this.",
            "Same here.",
            "+1",
            "👍",
            "Could you add the log of the sidecar?",
            "Here it is:\n\n```\nlevel=error msg=\"no answer\"\n```",
            "That makes sense to me.",
            "> Which version is it?\n\nThe newest.",
            "Would you like to send a pull request? We are glad to help.",
            "Works for me now, thanks.");
    private static final List<String> ON_LINES = List.of(
            "Could this have a test?",
            "Nit: name it after what it does.",
            "Why not return early here?",
            "This would be empty if the list is.",
            "✨");
    private static final List<String> THANKS =
            List.of("Done.", "Good catch, changed.", "I would rather keep it: it is clearer.");
    private static final List<String> VERDICTS = List.of("", "", "Looks good to me.", "Thank you!", "🚀");
    private static final List<String> CIRCUMSTANCES =
            List.of("", "", " on Windows", " behind a proxy", " after an upgrade", " with two replicas");
    private static final List<String> LIBRARIES = List.of("demo-http", "demo-json", "demo-log", "demo-grpc");

    static Texts ofRuntime() {
        return new Texts(
                List.of("State store", "Sidecar", "Pub/sub", "Actor timer", "Service invocation", "Binding", "Tracing"),
                List.of(
                        "does not start",
                        "needs a timeout",
                        "loses messages",
                        "should retry",
                        "is slow",
                        "leaks memory"),
                List.of("Fix", "Simplify", "Speed up", "Add tests for", "Make configurable:"));
    }

    static Texts ofDocs() {
        return new Texts(
                List.of("Getting started", "State page", "Actor page", "Install guide", "Glossary", "Component list"),
                List.of(
                        "is out of date",
                        "has a dead link",
                        "lacks an example",
                        "is hard to find",
                        "contradicts itself"),
                List.of("Update", "Add an example to", "Shorten", "Correct a typo in", "Translate"));
    }

    static Texts ofQuickstarts() {
        return new Texts(
                List.of("Hello world", "Calculator", "Order sample", "Pub/sub sample", "Kubernetes sample"),
                List.of("does not build", "needs an account", "fails at step 3", "has no clean-up", "prints nothing"),
                List.of("Repair", "Document", "Renew the images of", "Add a test to", "Translate"));
    }

    String issueTitle(Dice dice) {
        if (dice.chance(0.03)) {
            return dice.pick(AWKWARD_TITLES);
        }
        return dice.pick(subjects) + " " + dice.pick(complaints) + dice.pick(CIRCUMSTANCES);
    }

    String pullTitle(Dice dice) {
        if (dice.chance(0.02)) {
            return dice.pick(AWKWARD_TITLES);
        }
        return dice.pick(changes) + " " + dice.pick(subjects).toLowerCase(Locale.ROOT);
    }

    static String updateTitle(Dice dice) {
        int minor = dice.between(1, 9);
        return "Bump " + dice.pick(LIBRARIES) + " from 1." + minor + ".0 to 1." + (minor + 1) + ".0";
    }

    static String issueBody(Dice dice) {
        return dice.pick(ISSUE_BODIES);
    }

    static String comment(Dice dice) {
        return dice.pick(COMMENTS);
    }

    static String onLine(Dice dice) {
        return dice.pick(ON_LINES);
    }

    static String thanks(Dice dice) {
        return dice.pick(THANKS);
    }

    static String verdict(Dice dice) {
        return dice.pick(VERDICTS);
    }
}
