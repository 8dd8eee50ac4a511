// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** What was opened, closed and merged in a week. */
public record FlowCounts(
        long issuesOpened,
        long issuesClosed,
        long issuesClosedLinked,
        long pullRequestsOpened,
        long pullRequestsMerged,
        long pullRequestsClosedUnmerged) {

    /** Of a quiet week. */
    public static final FlowCounts NONE = new FlowCounts(0, 0, 0, 0, 0, 0);

    static final Codec<FlowCounts> CODEC = new Codec<>() {
        @Override
        public void write(FlowCounts counts, Encoder out) throws IOException {
            out.writeLong(counts.issuesOpened);
            out.writeLong(counts.issuesClosed);
            out.writeLong(counts.issuesClosedLinked);
            out.writeLong(counts.pullRequestsOpened);
            out.writeLong(counts.pullRequestsMerged);
            out.writeLong(counts.pullRequestsClosedUnmerged);
        }

        @Override
        public FlowCounts read(Decoder in) throws IOException {
            return new FlowCounts(
                    in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
        }
    };

    /** By how much the week changes the number of open issues. */
    public long openIssues() {
        return issuesOpened - issuesClosed;
    }

    /** By how much the week changes the number of open pull requests. */
    public long openPullRequests() {
        return pullRequestsOpened - pullRequestsMerged - pullRequestsClosedUnmerged;
    }
}
