// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which issues a pull request closes according to GitHub: by keyword when it targets the default branch, or linked by
 * hand.
 */
final class ClosingReferences {

    private static final Pattern KEYWORD = Pattern.compile(
            "\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+([\\w.-]+/[\\w.-]+)?#([0-9]{1,9})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("([\\w.-]+/[\\w.-]+)#([0-9]{1,9})");

    /** An existing issue. */
    record Target(SimulatedRepository repository, long number) {}

    private final SimulatedCommunity community;

    ClosingReferences(SimulatedCommunity community) {
        this.community = community;
    }

    List<Target> of(SimulatedRepository repository, Entity.PullRequest pull) {
        Set<Target> targets = new LinkedHashSet<>();
        if (pull.baseRef().equals(repository.profile().defaultBranch())) {
            String body = pull.body() == null ? "" : pull.body();
            Stream.of(pull.title(), body).forEach(text -> add(KEYWORD.matcher(text), repository, targets));
        }
        repository
                .extrasOf(pull.number())
                .linkedByHand()
                .forEach(link -> add(REFERENCE.matcher(link), repository, targets));
        return List.copyOf(targets);
    }

    private void add(Matcher reference, SimulatedRepository own, Set<Target> targets) {
        while (reference.find()) {
            long number = Long.parseLong(reference.group(2));
            Optional<SimulatedRepository> repository =
                    reference.group(1) == null ? Optional.of(own) : community.byName(reference.group(1));
            repository
                    .filter(there -> there.hasIssue(number))
                    .ifPresent(there -> targets.add(new Target(there, number)));
        }
    }
}
