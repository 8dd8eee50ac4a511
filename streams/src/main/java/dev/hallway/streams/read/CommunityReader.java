// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.health.Story;
import dev.hallway.health.StoryState;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the materialised figures of the repositories this instance holds.
 *
 * <p>A repository is named {@code owner/repo}, in any case. One that is not held here has no summary and no rows.
 */
public interface CommunityReader {

    /** What is known of a repository; empty if it is not held here. */
    Optional<RepositorySummary> repository(String repository);

    /** Every repository held here, by name. */
    List<RepositorySummary> repositories();

    /** Weeks with at least one feedback issue answered by a merge, or one issue closed, in order. */
    List<FeedbackLatencyWeek> feedbackLatency(String repository, WeekRange weeks);

    /** Weeks with at least one contribution by anybody, in order. */
    List<ContributorDiversityWeek> contributorDiversity(String repository, WeekRange weeks);

    /** Weeks in which a human opened at least one item, in order. */
    List<ResponsivenessWeek> responsiveness(String repository, WeekRange weeks);

    /** Every week of the range between the repository's first and last event, in order. */
    List<FlowWeek> flow(String repository, WeekRange weeks);

    /** Diversity over several weeks, merged from the weeks' tallies: the row's week is the last one. */
    default ContributorDiversityWeek diversityOver(String repository, WeekRange weeks) {
        return diversitySeries(repository, new WeekRange(weeks.last(), weeks.last()), weeks.count())
                .get(0);
    }

    /** The same over so many weeks that end with each week of the range, in order: a row for each of these. */
    List<ContributorDiversityWeek> diversitySeries(String repository, WeekRange range, int weeks);

    /** People who contributed in the week, most contributions first, then by login. */
    List<Contributor> contributors(String repository, IsoWeek week);

    /**
     * A page of what happened in the week, by item, kind and id.
     *
     * @param after the page begins behind this place; null is the beginning
     */
    EventPage events(String repository, IsoWeek week, @Nullable EventPlace after, PageSize size, EventFilter filter);

    /**
     * A page of the issues and pull requests of the repository, by number.
     *
     * @param after the page begins behind this number; 0 is the beginning
     */
    ItemPage items(String repository, long after, PageSize size, Predicate<ItemSummary> wanted);

    /** Weeks with at least one contribution by anybody, in order. */
    List<OrganisationsWeek> organisations(String repository, WeekRange weeks);

    /** Organisations over several weeks, merged from the weeks' tallies: the row's week is the last one. */
    default OrganisationsWeek organisationsOver(String repository, WeekRange weeks) {
        return organisationsSeries(repository, new WeekRange(weeks.last(), weeks.last()), weeks.count())
                .get(0);
    }

    /** The same over so many weeks that end with each week of the range, in order: a row for each of these. */
    List<OrganisationsWeek> organisationsSeries(String repository, WeekRange range, int weeks);

    /** Weeks with at least one merge, in order. */
    List<MergingWeek> merging(String repository, WeekRange weeks);

    /** Merges over several weeks, merged from the weeks' tallies: the row's week is the last one. */
    default MergingWeek mergingOver(String repository, WeekRange weeks) {
        return mergingSeries(repository, new WeekRange(weeks.last(), weeks.last()), weeks.count())
                .get(0);
    }

    /** The same over so many weeks that end with each week of the range, in order: a row for each of these. */
    List<MergingWeek> mergingSeries(String repository, WeekRange range, int weeks);

    /** Weeks with at least one newcomer, in order. */
    List<NewcomersWeek> newcomerCohorts(String repository, WeekRange weeks);

    /** What was open at the end of every week that has a flow, in order. */
    List<BacklogWeek> backlog(String repository, WeekRange weeks);

    /** Hands every known person who contributed to the consumer, by when they came, then by login. */
    void forEachNewcomer(String repository, Consumer<Newcomer> consumer);

    /**
     * Known people who contributed, newest first, then by login.
     *
     * @param after the page begins behind this place; null is the beginning
     * @param most how many people the page has at most
     * @param now the moment of which their organisations are told
     */
    List<KnownPerson> people(String repository, @Nullable PersonPlace after, int most, Instant now);

    /** Hands every issue and pull request of the repository to the consumer, by number. */
    void forEachItem(String repository, Consumer<ItemView> consumer);

    /**
     * Hands every issue and pull request that is open, or that was opened or answered by a merge since the moment, to the
     * consumer, by number.
     */
    void forEachCurrentItem(String repository, Instant since, Consumer<ItemView> consumer);

    /** One issue or pull request. */
    Optional<ItemView> item(String repository, long number);

    /**
     * Who had spoken last in an item before a moment; empty if there is no such item, or if it was opened later. All that
     * was written in the item is read.
     */
    Optional<LastWord> lastWord(String repository, long number, Instant before);

    /**
     * A page of what was written in an item, in order of time; what nobody can see is not among it. All that was written in
     * the item is read, and as much as the page has is kept.
     *
     * @param after the page begins behind this place; null is the beginning
     * @param most how many entries the page has at most
     */
    List<ConversationEntry> conversation(
            String repository, long number, ConversationEntry.@Nullable Place after, int most);

    /** One story; empty if the number is no feedback issue. */
    Optional<Story> story(String repository, long number);

    /**
     * A page of stories, by number.
     *
     * @param after the page begins behind this number; 0 is the beginning
     * @param most how many stories the page has at most
     * @param state only stories in this state; null for all
     */
    List<Story> stories(String repository, long after, int most, @Nullable StoryState state);

    /**
     * A page of stories, the newest first.
     *
     * @param before the page begins below this number; {@link Long#MAX_VALUE} is the newest
     * @param most how many stories the page has at most
     * @param state only stories in this state; null for all
     */
    List<Story> newestStories(String repository, long before, int most, @Nullable StoryState state);

    /** The stories of the feedback that was answered by a merge in the week, by number. */
    List<Story> storiesAnsweredIn(String repository, IsoWeek week);
}
