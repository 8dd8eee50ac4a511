// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The faults a simulated GitHub still has to commit. */
public final class FaultScript {

    private record Planned(Pattern pathAndQuery, Fault fault) {}

    private final List<Planned> planned = new ArrayList<>();
    private int mostGraphQlNodes = Integer.MAX_VALUE;
    private Function<String, Optional<Fault>> otherwise = pathAndQuery -> Optional.empty();

    /** Plans one fault for the next request in whose path and query the regular expression is found. */
    public synchronized void next(String regex, Fault fault) {
        planned.add(new Planned(Pattern.compile(regex), fault));
    }

    /** From now on, gives up (502) on every GraphQL query whose answer would have more list members than this. */
    public synchronized void giveUpAbove(int graphQlNodes) {
        mostGraphQlNodes = graphQlNodes;
    }

    synchronized int mostGraphQlNodes() {
        return mostGraphQlNodes;
    }

    /** For every request, asks the function by path and query which fault it shall have. */
    public synchronized void decide(Function<String, Optional<Fault>> faults) {
        otherwise = faults;
    }

    synchronized Optional<Fault> take(String pathAndQuery) {
        for (Iterator<Planned> left = planned.iterator(); left.hasNext(); ) {
            Planned candidate = left.next();
            if (candidate.pathAndQuery().matcher(pathAndQuery).find()) {
                left.remove();
                return Optional.of(candidate.fault());
            }
        }
        return otherwise.apply(pathAndQuery);
    }
}
