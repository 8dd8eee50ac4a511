// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.read.ItemView.Response;
import dev.hallway.streams.read.PullRequestView;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tables with rows per issue or pull request. */
final class ItemTables {

    static final Table FEEDBACK_LATENCY = Table.of(
            "feedback-latency",
            "repository,issue,opened_at,pull_request_repository,pull_request,merged_at,latency_seconds,week,"
                    + "community_authored,self_authored,issue_author_is_maintainer,evidence",
            rows(ItemTables::answerRow));

    static final Table FIRST_RESPONSE = Table.of(
            "first-response",
            "repository,number,kind,opened_at,author_is_bot,first_response_at,first_response_seconds,"
                    + "responder_is_maintainer,first_maintainer_response_at,first_maintainer_response_seconds",
            rows(ItemTables::responseRow));

    static final Table PULL_REQUESTS = Table.of(
            "pull-requests",
            "repository,number,opened_at,ready_at,first_review_at,merged_at,closed_at,author_is_bot,"
                    + "author_is_maintainer,merged_by_maintainer,open_to_merge_seconds,ready_to_merge_seconds,"
                    + "first_review_seconds",
            rows(ItemTables::pullRequestRow));

    static final Table REFERENCES = Table.of(
            "references",
            "repository,pull_request,target_repository,target_number,strength",
            (reader, repository, consumer) ->
                    reader.forEachItem(repository, item -> referenceRows(reader, item, consumer)));

    private ItemTables() {}

    private static Table.Rows rows(BiConsumer<ItemView, Consumer<Row>> writer) {
        return (reader, repository, consumer) -> reader.forEachItem(repository, item -> writer.accept(item, consumer));
    }

    private static void answerRow(ItemView item, Consumer<Row> consumer) {
        Answer answer = item.answer();
        if (answer == null) {
            return;
        }
        consumer.accept(new Row()
                .text(item.repository())
                .number(item.number())
                .moment(item.openedAt())
                .text(answer.repository())
                .number(answer.pullRequest())
                .moment(answer.mergedAt())
                .number(answer.seconds())
                .name(IsoWeek.of(answer.mergedAt()))
                .flag(answer.communityAuthored())
                .flag(answer.selfAuthored())
                .flag(item.authorIsMaintainer())
                .name(answer.evidence().name().toLowerCase(Locale.ROOT)));
    }

    private static void responseRow(ItemView item, Consumer<Row> consumer) {
        @Nullable Response first = item.firstResponse();
        @Nullable Response maintainer = item.firstMaintainerResponse();
        consumer.accept(new Row()
                .text(item.repository())
                .number(item.number())
                .name(item.kind().name().toLowerCase(Locale.ROOT))
                .moment(item.openedAt())
                .flag(item.authorIsBot())
                .moment(first == null ? null : first.at())
                .number(first == null ? null : first.seconds())
                .flag(first == null ? null : first.byMaintainer())
                .moment(maintainer == null ? null : maintainer.at())
                .number(maintainer == null ? null : maintainer.seconds()));
    }

    private static void pullRequestRow(ItemView item, Consumer<Row> consumer) {
        PullRequestView pull = item.pullRequest();
        if (pull == null) {
            return;
        }
        Long readyToMerge = seconds(pull.readyAt(), item.mergedAt());
        consumer.accept(new Row()
                .text(item.repository())
                .number(item.number())
                .moment(item.openedAt())
                .moment(pull.readyAt())
                .moment(pull.firstReviewAt())
                .moment(item.mergedAt())
                .moment(item.closedAt())
                .flag(item.authorIsBot())
                .flag(item.authorIsMaintainer())
                .flag(pull.merger() == null ? null : pull.merger().maintainer())
                .number(seconds(item.openedAt(), item.mergedAt()))
                .number(readyToMerge == null || readyToMerge < 0 ? null : readyToMerge)
                .number(seconds(item.openedAt(), pull.firstReviewAt())));
    }

    private static @Nullable Long seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : to.getEpochSecond() - from.getEpochSecond();
    }

    private static void referenceRows(CommunityReader reader, ItemView item, Consumer<Row> consumer) {
        for (Reference reference : item.references()) {
            consumer.accept(new Row()
                    .text(item.repository())
                    .number(item.number())
                    .text(reference.repository())
                    .number(reference.number())
                    .name(closes(reader, item, reference) ? "closes" : "mentions"));
        }
    }

    /** GitHub's own answer names issues only: of a pull request that another one replaces, the text alone tells. */
    private static boolean closes(CommunityReader reader, ItemView item, Reference reference) {
        return reference.closes()
                || (reference.textCloses()
                        && reference.repository().equals(item.repository())
                        && reader.item(item.repository(), reference.number())
                                .filter(target -> target.kind() == ItemView.Kind.PULL_REQUEST)
                                .isPresent());
    }
}
