// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.week.IsoWeek;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts contributions by person, in one week or over several. */
public final class ContributionTally {

    private final Map<Long, PersonTally> people = new LinkedHashMap<>();
    private long contributions;
    private long byMaintainers;
    private long byUnknown;
    private long byBots;

    /** Counts one contribution. */
    public void add(Participant participant) {
        switch (participant.kind()) {
            case BOT -> byBots++;
            case UNKNOWN -> byUnknown++;
            case HUMAN -> {
                contributions++;
                byMaintainers += participant.maintainer() ? 1 : 0;
                people.merge(participant.person(), PersonTally.of(participant), PersonTally::plus);
            }
        }
    }

    /** Counts all that another one counted. */
    public void addAll(ContributionTally other) {
        other.people.forEach((person, tally) -> people.merge(person, tally, PersonTally::plus));
        contributions += other.contributions;
        byMaintainers += other.byMaintainers;
        byUnknown += other.byUnknown;
        byBots += other.byBots;
    }

    /** What each person contributed, by GitHub's user id. */
    public Map<Long, PersonTally> people() {
        return people;
    }

    /** True if anybody contributed, bots and unknown people included. */
    boolean isAny() {
        return contributions + byUnknown + byBots > 0;
    }

    /**
     * The row of a week, or of several that end with it; with blank indices if no known person contributed.
     *
     * @param newcomers how many people contributed for the first time
     */
    public ContributorDiversityWeek row(String repository, IsoWeek week, long newcomers) {
        ContributorDiversityWeek.Builder row = ContributorDiversityWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setContributions(contributions)
                .setContributors(people.size())
                .setNewcomers(newcomers)
                .setMaintainerContributions(byMaintainers)
                .setCommunityContributions(contributions - byMaintainers)
                .setCommunityContributors(people.values().stream()
                        .filter(person -> person.asMaintainer() == 0)
                        .count())
                .setUnknownContributions(byUnknown)
                .setBotContributions(byBots);
        if (contributions > 0) {
            Evenness evenness = Evenness.of(
                    people.values().stream().map(PersonTally::contributions).toList());
            row.setShannon(evenness.shannon())
                    .setEffectiveContributors(evenness.effective())
                    .setSimpsonEffective(evenness.simpsonEffective())
                    .setAbsenceFactor(evenness.absenceFactor())
                    .setTopShare(evenness.topShare());
        }
        return row.build();
    }

    /**
     * What a person contributed.
     *
     * @param login the login to show
     * @param contributions all contributions
     * @param asMaintainer those made as a maintainer
     */
    public record PersonTally(String login, long contributions, long asMaintainer) {

        static PersonTally of(Participant participant) {
            return new PersonTally(participant.login(), 1, participant.maintainer() ? 1 : 0);
        }

        PersonTally plus(PersonTally other) {
            return new PersonTally(login, contributions + other.contributions, asMaintainer + other.asMaintainer);
        }
    }
}
