// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.service.http.Problem;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.CommunityReader;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what all partitions hold: those that are held here, and those of the other instances, each asked once. */
final class AllPartitions {

    /** The partitions of which an answer of this instance tells. */
    static final String HEADER = "Hallway-Partitions";

    private final CommunityDirectory directory;
    private final Forwarder forwarder;

    AllPartitions(CommunityDirectory directory, Forwarder forwarder) {
        this.directory = directory;
        this.forwarder = forwarder;
    }

    /**
     * All of it; a problem unless that is all partitions. To another instance, only what is held here is told.
     *
     * @param pathAndQuery what the others are asked
     */
    Found find(Context context, String pathAndQuery) {
        List<CommunityReader> here = new ArrayList<>();
        List<JsonNode> elsewhere = new ArrayList<>();
        Set<Integer> partitions = new TreeSet<>();
        for (Located located : directory.everywhere()) {
            if (located instanceof Located.NotReady notReady) {
                throw new Problem.Found(503, notReady.reason());
            } else if (located instanceof Located.Here held) {
                here.add(held.reader());
                partitions.add(held.partition());
            } else if (located instanceof Located.Elsewhere other && !Forwarder.isForwarded(context)) {
                HttpResponse<byte[]> answer = forwarder.fetch(other.instance(), pathAndQuery, context);
                requireAll(other, answer);
                elsewhere.add(document(answer));
            }
        }
        if (Forwarder.isForwarded(context)) {
            context.header(HEADER, partitions.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return new Found(here, elsewhere);
    }

    /** While partitions move, an instance may hold fewer than it is said to: its answer would lack their repositories. */
    private static void requireAll(Located.Elsewhere elsewhere, HttpResponse<byte[]> answer) {
        Set<String> told = answer.headers()
                .firstValue(HEADER)
                .map(partitions -> Set.of(partitions.split(",")))
                .orElse(Set.of());
        boolean all = elsewhere.partitions().stream().map(String::valueOf).allMatch(told::contains);
        if (answer.statusCode() == 200 && !all) {
            throw new Problem.Found(503, "Repositories are moving between instances; ask again shortly.");
        }
    }

    private static JsonNode document(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new Problem.Found(503, "An instance that holds repositories does not answer; ask again shortly.");
        }
        try {
            return Json.read(answer.body());
        } catch (IOException notJson) {
            throw unreadable();
        }
    }

    static Problem.Found unreadable() {
        return new Problem.Found(503, "An instance that holds repositories gave no readable answer.");
    }

    /**
     * What all partitions hold.
     *
     * @param here readers of the partitions that are held here
     * @param elsewhere the answers of the other instances
     */
    record Found(List<CommunityReader> here, List<JsonNode> elsewhere) {}
}
