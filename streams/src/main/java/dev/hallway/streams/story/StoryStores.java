// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.story;

import dev.hallway.streams.fact.Link;
import dev.hallway.streams.state.Keys;
import dev.hallway.streams.state.Store;
import dev.hallway.streams.state.Store.Caching;
import dev.hallway.streams.state.Values;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** The stores of the story stage. */
public final class StoryStores {

    /** What every story is about, by record key of the item. */
    static final Store<String, Subject> SUBJECTS =
            new Store<>("story-subjects", Serdes.String(), Values.serde(Subject.CODEC), Caching.GATHER);

    /** The pull requests that refer to every item, in the order of {@link LinkKey}. */
    static final Store<LinkKey, Link> LINKS =
            new Store<>("story-links", Keys.serde(LinkKey::read), Values.serde(Link.CODEC), Caching.WRITE_THROUGH);

    /** All of them, for the topology. */
    public static final List<Store<?, ?>> ALL = List.of(SUBJECTS, LINKS);

    private StoryStores() {}
}
