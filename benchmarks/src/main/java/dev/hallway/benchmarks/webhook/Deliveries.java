// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.benchmarks.ingest.LargeRepository;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Makes deliveries: issues, comments, pull requests and reviews in turn, from one repository after the other. */
final class Deliveries {

    private static final int KINDS = 4;
    private static final long FIRST_ID = 900_000_000;
    private static final int PEOPLE = 500;
    private static final String TEXT = "It happens with every release since the token expires, and only in a cluster. ";
    private static final int REPEATED = 12;

    private final List<String> repositories;
    private final int items;
    private final Instant now;
    private final SplittableRandom random;
    private int made;

    /**
     * Deliveries about what happens now.
     *
     * @param repositories names, in the order of their ids
     * @param items how many items each has had so far
     */
    Deliveries(List<String> repositories, int items, Instant now, long seed) {
        this.repositories = repositories;
        this.items = items;
        this.now = now;
        this.random = new SplittableRandom(seed);
    }

    /** Another one. */
    Delivery next() {
        int index = made % repositories.size();
        int kind = made / repositories.size() % KINDS;
        made++;
        String repository = repositories.get(index);
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("repository").put("id", LargeRepository.id(index)).put("full_name", repository);
        String event =
                switch (kind) {
                    case 0 -> opened(payload, "issue", repository);
                    case 1 -> commented(payload, repository);
                    case 2 -> opened(payload, "pull_request", repository);
                    default -> reviewed(payload, repository);
                };
        return new Delivery(event, repository, payload.toString());
    }

    private String opened(ObjectNode payload, String field, String repository) {
        payload.put("action", "opened").set(field, item(repository, items + made, now));
        return field.equals("issue") ? "issues" : field;
    }

    private String commented(ObjectNode payload, String repository) {
        int number = 1 + random.nextInt(items);
        payload.put("action", "created").set("issue", item(repository, number, now));
        ObjectNode comment = entity();
        comment.put("html_url", page(repository, number) + "#issuecomment-" + comment.path("id"));
        comment.put("issue_url", "https://api.github.com/repos/" + repository + "/issues/" + number);
        payload.set("comment", comment);
        return "issue_comment";
    }

    private String reviewed(ObjectNode payload, String repository) {
        int number = 1 + random.nextInt(items);
        while (!LargeRepository.isPull(number)) {
            number = 1 + random.nextInt(items);
        }
        payload.put("action", "submitted").set("pull_request", item(repository, number, now));
        payload.set("review", entity().put("state", "approved").put("submitted_at", now.toString()));
        return "pull_request_review";
    }

    private ObjectNode item(String repository, int number, Instant updatedAt) {
        ObjectNode item = entity().put("number", number)
                .put("html_url", page(repository, number))
                .put("title", "Item " + number)
                .put("state", "open")
                .put("draft", false)
                .put("updated_at", updatedAt.toString());
        item.putArray("labels").addObject().put("name", "kind/bug");
        item.putObject("base").put("ref", "main");
        return item;
    }

    private ObjectNode entity() {
        ObjectNode entity = JsonNodeFactory.instance
                .objectNode()
                .put("id", FIRST_ID + made)
                .put("body", TEXT.repeat(REPEATED))
                .put("author_association", "NONE")
                .put("created_at", now.toString())
                .put("updated_at", now.toString());
        int person = random.nextInt(PEOPLE);
        entity.putObject("user")
                .put("id", FIRST_ID + person)
                .put("login", "visitor-" + person)
                .put("type", "User");
        return entity;
    }

    private static String page(String repository, int number) {
        return "https://github.com/" + repository + "/issues/" + number;
    }
}
