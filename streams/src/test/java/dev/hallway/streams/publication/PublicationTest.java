// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.health.Digest;
import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.people.People;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.state.InMemoryStores;
import dev.hallway.streams.state.TableWriter;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.RepositoryRow.Digests;
import dev.hallway.streams.tracing.TaskTraces;
import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PublicationTest {

    static {
        // Avro trusts the generated classes from the first serde on, which here nobody else makes.
        Topics.FLOW.valueSerde(SchemaRegistry.at("mock://publication")).close();
    }

    private static final String APP = "acme/app";
    private static final IsoWeek WEEK = IsoWeek.parse("2024-W01");
    private static final long NOW = 1_000_000;

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final TableWriter tables =
            new TableWriter(InMemoryStores.opened("community", context.getStateStoreContext()));
    private final Community community = new Community(
            tables,
            new TableWriter(InMemoryStores.opened("changes", context.getStateStoreContext())),
            actor -> Membership.NONE,
            10);
    private final List<Runnable> jobs = new ArrayList<>();
    private final List<IsoWeek> printed = new ArrayList<>();
    private final Publisher publisher = new Publisher(
            community,
            new PeopleInForce(),
            new StoreReader(tables, People.unregistered()),
            new DigestPrinter(jobs::add, (reader, repository, week) -> {
                printed.add(week);
                return new Digest();
            }),
            new Outlet(context, TaskTraces.off()));
    private final Activity activity = new Activity();
    private final PublicationPace pace = new PublicationPace(publisher, activity.ofThisThread());

    PublicationTest() {
        context.setCurrentSystemTimeMs(NOW);
    }

    @Test
    void shouldDeriveAtOnceWhenCalm() {
        // Given
        community.weekChanged(APP, WEEK);

        // When
        boolean published = pace.look(NOW, false);

        // Then
        assertThat(published).isTrue();
        assertThat(community.changes().size()).isZero();
    }

    @Test
    void shouldDeriveEveryTenSecondsWhileRecordsStreamIn() {
        // Given
        pace.look(NOW, false);
        List<Long> derived = new ArrayList<>();

        // When
        for (long after = 20; after <= 30_000; after += 20) {
            community.weekChanged(APP, WEEK);
            if (pace.look(NOW + after, true)) {
                derived.add(after);
            }
        }

        // Then
        assertThat(derived).containsExactly(10_000L, 20_000L, 30_000L);
    }

    @Test
    void shouldBeginTheNextRoundThoughTheLastOneTookAWhile() {
        // Given: each look at the clock takes two milliseconds
        AtomicLong nanos = new AtomicLong();
        PublicationPace slow =
                new PublicationPace(publisher, activity.ofThisThread(), () -> nanos.addAndGet(2_000_000));
        slow.look(NOW, false);
        List<Long> derived = new ArrayList<>();

        // When
        for (long after = 20; after <= 30_000; after += 20) {
            community.weekChanged(APP, WEEK);
            if (slow.look(NOW + after, true)) {
                derived.add(after);
            }
        }

        // Then
        assertThat(derived).containsExactly(10_000L, 20_000L, 30_000L);
    }

    @Test
    void shouldLeaveTheThreadToRecordsForAsLongAsItTookForFigures() {
        // Given
        activity.ofThisThread().derived(NOW, 50);
        community.weekChanged(APP, WEEK);

        // When
        boolean tooEarly = pace.look(NOW + 99, true);
        boolean inTime = pace.look(NOW + 100, true);

        // Then
        assertThat(tooEarly).isFalse();
        assertThat(inTime).isTrue();
    }

    @Test
    void shouldLetWhatTookLongRestFourTimesAsLong() {
        // Given
        Rests rests = new Rests();
        rests.begin(NOW);
        rests.derived(APP, ChangeKind.WEEK, 1, 50_000_000);
        rests.derived(APP, ChangeKind.WEEK, 2, 9_000_000);

        // When
        rests.begin(NOW + 199);
        boolean resting = rests.isResting(APP, ChangeKind.WEEK, 1);
        boolean quick = rests.isResting(APP, ChangeKind.WEEK, 2);
        rests.begin(NOW + 200);

        // Then
        assertThat(resting).isTrue();
        assertThat(quick).isFalse();
        assertThat(rests.isResting(APP, ChangeKind.WEEK, 1)).isFalse();
    }

    @Test
    void shouldNotPrintADigestInsideTheLook() {
        // Given
        makeDue();

        // When
        pace.look(NOW, false);
        pace.look(NOW + 20, false);

        // Then
        assertThat(jobs).as("ordered once").hasSize(1);
        assertThat(printed).isEmpty();
        assertThat(context.forwarded()).isEmpty();
        assertThat(community.changes().size()).isEqualTo(1);
    }

    @Test
    void shouldPublishADigestOnceItIsPrinted() {
        // Given
        makeDue();
        pace.look(NOW, false);
        jobs.remove(0).run();

        // When
        boolean published = pace.look(NOW + 20, false);

        // Then
        assertThat(published).isTrue();
        assertThat(printed).containsExactly(WEEK);
        assertThat(context.forwarded()).hasSize(1).allSatisfy(sent -> {
            assertThat(sent.childName()).contains("write-digests");
            assertThat(sent.record().key()).isEqualTo(APP + "|2024-W01");
        });
        assertThat(community.changes().size()).isZero();
        assertThat(community.repository(APP).digests().due()).isFalse();
    }

    @Test
    void shouldPublishTheDigestOfALaterWeekThatEndedMeanwhile() {
        // Given
        makeDue();
        pace.look(NOW, false);
        RepositoryRow known = community.repository(APP);
        community.save(APP, known.with(known.digests().ended(WEEK.next())));
        jobs.remove(0).run();

        // When
        pace.look(NOW + 20, false);
        jobs.remove(0).run();
        pace.look(NOW + 40, false);

        // Then
        assertThat(printed).containsExactly(WEEK, WEEK.next());
        assertThat(community.changes().size()).isZero();
    }

    @Test
    void shouldAskForADigestAgainWhoseFiguresHaveChanged() {
        // Given
        Digests digests = RepositoryRow.named(APP).digests().ended(WEEK).published();

        // When
        Digests unchanged = digests.ended(WEEK);
        Digests again = digests.changed(WEEK.previous()).ended(WEEK);

        // Then
        assertThat(unchanged.due()).isFalse();
        assertThat(again.due()).isTrue();
        assertThat(digests.changed(WEEK.plus(-13)).ended(WEEK).due()).isFalse();
    }

    private void makeDue() {
        RepositoryRow row = RepositoryRow.named(APP);
        community.save(APP, row.with(row.digests().ended(WEEK)));
        community.changes().note(APP, ChangeKind.DIGEST, 0);
    }
}
