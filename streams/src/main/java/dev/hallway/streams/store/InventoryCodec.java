// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.Limits;
import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** Inventories within the descriptions of repositories. */
final class InventoryCodec implements Codec<Inventory> {

    @Override
    public void write(Inventory inventory, Encoder out) throws IOException {
        out.writeLong(inventory.highestNumber());
        out.writeLong(inventory.items());
        out.writeLong(inventory.deletedNumbers());
        out.writeLong(inventory.transferredNumbers());
        out.writeLong(inventory.absentNumbers());
        out.writeLong(inventory.unexplainedNumbers());
        Fields.writeList(inventory.firstUnexplained(), Fields.NUMBER, out);
        out.writeLong(inventory.repairedItems());
        out.writeLong(inventory.silentEdits());
        Fields.writeOptional(inventory.lastSweepAt(), Fields.INSTANT, out);
        Fields.writeOptional(inventory.lastReconcileAt(), Fields.INSTANT, out);
        out.writeLong(inventory.discussionNumbers());
        out.writeLong(inventory.invisibleNumbers());
        out.writeLong(inventory.repairedComments());
        out.writeLong(inventory.deletedComments());
    }

    @Override
    public Inventory read(Decoder in) throws IOException {
        return new Inventory(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                Fields.readList(Fields.NUMBER, in),
                in.readLong(),
                in.readLong(),
                Fields.readOptional(Fields.INSTANT, in),
                Fields.readOptional(Fields.INSTANT, in),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    /** What ingest says, as it is kept and answered. */
    static Inventory of(dev.hallway.github.Inventory said) {
        return new Inventory(
                said.getHighestNumber(),
                said.getItems(),
                said.getDeletedNumbers(),
                said.getTransferredNumbers(),
                said.getAbsentNumbers(),
                said.getUnexplainedNumbers(),
                Limits.first(said.getFirstUnexplained(), Limits.NAMES_AND_GAPS),
                said.getRepairedItems(),
                said.getSilentEdits(),
                said.getLastSweepAt(),
                said.getLastReconcileAt(),
                said.getDiscussionNumbers(),
                said.getInvisibleNumbers(),
                said.getRepairedComments(),
                said.getDeletedComments());
    }
}
