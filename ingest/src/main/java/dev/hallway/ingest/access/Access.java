// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.access;

import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.github.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The credentials for GitHub, and how much of the quota to spend.
 *
 * @param identities who asks; {@link Identity.Anonymous} and {@link Identity.App} are never combined with others
 * @param reserve how much of every hourly quota is left to others
 */
public record Access(List<Identity> identities, QuotaReserve reserve) {

    /** Copies the identities; none means anonymous. */
    public Access {
        identities = identities.isEmpty() ? List.of(new Identity.Anonymous()) : List.copyOf(identities);
        if (identities.size() > 1 && !identities.stream().allMatch(Identity.WithToken.class::isInstance)) {
            throw new IllegalArgumentException(
                    "Several identities are given, and not all are tokens: only tokens can be combined.");
        }
    }

    /** Without a token. */
    public static Access anonymous() {
        return new Access(List.of(), QuotaReserve.USUAL);
    }

    /** With one token for everything. */
    public static Access with(Token token) {
        return new Access(
                List.of(new Identity.WithToken(token, Optional.empty(), Identity.USUAL_PLACE)), QuotaReserve.USUAL);
    }

    /** The same with another reserve. */
    public Access reserving(QuotaReserve other) {
        return new Access(identities, other);
    }

    /** Whether requests are authenticated. */
    public boolean authenticated() {
        return identities.get(0).authenticated();
    }

    /**
     * Which repositories go over which lane; lanes without any are left out.
     *
     * <p>A repository is read with a token of its owner if there is one, otherwise with a token for all. If several
     * would do, they take turns in the order the repositories are named, so that adding one at the end moves no other.
     *
     * @throws IllegalArgumentException if no identity is for a repository
     */
    public List<LanePlan> lanes(List<String> repositories) {
        return identities.get(0) instanceof Identity.App app
                        && app.installation().isEmpty()
                ? byOwner(app, repositories)
                : byTurns(repositories);
    }

    private static List<LanePlan> byOwner(Identity.App app, List<String> repositories) {
        Map<String, List<String>> owned = new LinkedHashMap<>();
        repositories.forEach(name ->
                owned.computeIfAbsent(owner(name), first -> new ArrayList<>()).add(name));
        return owned.entrySet().stream()
                .map(entry -> new LanePlan(entry.getKey(), app, entry.getValue()))
                .toList();
    }

    private List<LanePlan> byTurns(List<String> repositories) {
        Map<Identity, List<String>> shares = new LinkedHashMap<>();
        identities.forEach(identity -> shares.put(identity, new ArrayList<>()));
        Map<List<Identity>, Integer> turns = new LinkedHashMap<>();
        for (String repository : repositories) {
            List<Identity> fit = fit(repository);
            int turn = turns.merge(fit, 1, Integer::sum) - 1;
            shares.computeIfAbsent(fit.get(turn % fit.size()), one -> new ArrayList<>())
                    .add(repository);
        }
        List<LanePlan> lanes = new ArrayList<>();
        shares.forEach((identity, share) -> {
            if (!share.isEmpty()) {
                lanes.add(new LanePlan("lane-" + (identities.indexOf(identity) + 1), identity, share));
            }
        });
        return List.copyOf(lanes);
    }

    private List<Identity> fit(String repository) {
        String owner = owner(repository);
        List<Identity> own = which(identity -> identity instanceof Identity.WithToken token
                && token.owner().filter(owner::equals).isPresent());
        List<Identity> fit = own.isEmpty()
                ? which(identity -> !(identity instanceof Identity.WithToken token
                        && token.owner().isPresent()))
                : own;
        if (fit.isEmpty()) {
            throw new IllegalArgumentException("No token is for " + repository
                    + ": every token is for another owner; set GITHUB_TOKEN to one for all others, or add "
                    + owner + "=TOKEN to HALLWAY_GITHUB_TOKENS.");
        }
        return fit;
    }

    private List<Identity> which(Predicate<Identity> condition) {
        return identities.stream().filter(condition).toList();
    }

    private static String owner(String repository) {
        return repository.substring(0, repository.indexOf('/')).toLowerCase(Locale.ROOT);
    }
}
