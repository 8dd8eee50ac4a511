// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.simulator.SimulatedRepository.Listing;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Serves a {@link SimulatedCommunity} as GitHub's REST API and a part of its GraphQL API would, on a free port of the
 * loopback address.
 *
 * <p>Lists, paging by {@code Link}, defaults, ETags, redirects of old names, rate limits and {@code Date} behave as on
 * github.com; everything that ingest does not ask for is 404.
 */
public final class SimulatedGitHub implements AutoCloseable {

    private static final Set<Listing> OF_PULL_REQUESTS = EnumSet.of(Listing.PULLS, Listing.REVIEW_COMMENTS);

    private final SimulatedCommunity community;
    private final SimulationSettings settings;
    private final FaultScript faults = new FaultScript();
    private final RequestLog log = new RequestLog();
    private final Answers answers;
    private final GraphQlApi graphQl;
    private final Javalin server;
    private volatile @Nullable SimulatedApp app;

    private SimulatedGitHub(SimulatedCommunity community, Clock clock, SimulationSettings settings) {
        this.community = community;
        this.settings = settings;
        this.answers = new Answers(clock, settings, faults, log);
        this.graphQl = new GraphQlApi(community, settings, faults);
        this.server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.http.disableCompression();
            config.http.generateEtags = false;
            config.jetty.defaultHost = "127.0.0.1";
        });
        route();
    }

    /** Starts serving; the address is known when this returns. */
    public static SimulatedGitHub start(SimulatedCommunity community, Clock clock, SimulationSettings settings) {
        SimulatedGitHub github = new SimulatedGitHub(community, clock, settings);
        github.server.start(0);
        return github;
    }

    /** Address of the API, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + settings.basePath());
    }

    /** Installs a GitHub App; the last one counts. */
    public void install(SimulatedApp installed) {
        app = installed;
        answers.accept(installed);
    }

    /** The faults to commit. */
    public FaultScript faults() {
        return faults;
    }

    /** The requests so far, in order; of very many the newest. */
    public List<LoggedRequest> requests() {
        return log.all();
    }

    /** Forgets the requests so far. */
    public void forgetRequests() {
        log.clear();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void route() {
        String base = settings.basePath();
        for (String root : List.of(base + "/repos/{owner}/{name}", base + "/repositories/{id}")) {
            server.get(
                    root,
                    context -> withRepository(
                            context,
                            (json, repository) -> new Answers.Found(json.repository(repository.profile())
                                    .put("has_issues", repository.hasIssues())
                                    .put("has_pull_requests", repository.hasPullRequests())
                                    .toString())));
            server.get(root + "/issues", context -> list(context, Listing.ITEMS));
            server.get(root + "/issues/comments", context -> list(context, Listing.ISSUE_COMMENTS));
            server.get(root + "/pulls", context -> list(context, Listing.PULLS));
            server.get(root + "/pulls/comments", context -> list(context, Listing.REVIEW_COMMENTS));
            server.get(root + "/pulls/{number}/reviews", this::reviews);
            server.get(root + "/pulls/{number}/reviews/{review}", this::review);
            server.get(root + "/issues/{number}", context -> item(context, Listing.ITEMS));
            server.get(root + "/issues/{number}/comments", this::comments);
            server.get(root + "/issues/comments/{comment}", context -> comment(context, Listing.ISSUE_COMMENTS));
            server.get(root + "/pulls/comments/{comment}", context -> comment(context, Listing.REVIEW_COMMENTS));
            server.get(root + "/pulls/{number}", context -> item(context, Listing.PULLS));
        }
        server.get(
                base + "/repos/{owner}/{name}/installation",
                context -> asApp(context, (known, jwt) -> known.installation(jwt, context.pathParam("owner"))));
        server.post(
                base + "/app/installations/{installation}/access_tokens",
                context -> asApp(context, (known, jwt) -> known.token(jwt, context.pathParam("installation"))));
        server.get(base + "/app", context -> asApp(context, SimulatedApp::itself));
        server.get(
                base + "/app/installations",
                context -> asApp(context, (known, jwt) -> known.installations(jwt, context.fullUrl() + "&page=2")));
        server.get(base + "/user", context -> answers.send(context, user(context)));
        server.get(base + "/rate_limit", context -> answers.send(context, new Answers.Budget()));
        server.post(
                base.replaceFirst("/v3$", "") + "/graphql",
                context -> answers.send(context, graphQl.answer(context.body())));
        server.error(404, context -> {
            if (context.result() == null || !context.attributeMap().containsKey(Answers.ANSWERED)) {
                answers.send(context, new Answers.Missing());
            }
        });
    }

    /** Neither an installation nor an anonymous caller is a user. */
    private static Answers.Answer user(Context context) {
        String sent = context.header(Header.AUTHORIZATION);
        if (sent == null) {
            return new Answers.Refused(401, "Requires authentication");
        }
        return sent.startsWith("Bearer ghs_")
                ? new Answers.Refused(403, "Resource not accessible by integration")
                : new Answers.Found("{\"login\":\"somebody\"}");
    }

    private void asApp(Context context, BiFunction<SimulatedApp, Optional<String>, Answers.Answer> answer) {
        SimulatedApp known = app;
        Optional<String> jwt = Optional.ofNullable(context.header(Header.AUTHORIZATION))
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
        answers.send(context, known == null ? new Answers.Missing() : answer.apply(known, jwt));
    }

    private void list(Context context, Listing listing) {
        withRepository(context, (json, repository) -> {
            if (OF_PULL_REQUESTS.contains(listing) && !repository.hasPullRequests()) {
                return new Answers.Missing();
            }
            ListQuery query = new ListQuery(listing, parameters(context));
            Optional<Answers.Refused> refusal = QueryRules.refusal(query);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            ListQuery.Page page = query.cut(repository.list(listing, query.order()));
            return page(context, json, repository, listing, page);
        });
    }

    private void reviews(Context context) {
        long number = numberIn(context.pathParam("number"));
        withRepository(context, (json, repository) -> {
            if (!repository.hasPull(number)) {
                return new Answers.Missing();
            }
            ListQuery.Page page = new ListQuery(Listing.REVIEWS, parameters(context)).cut(repository.reviewsOf(number));
            return page(context, json, repository, Listing.REVIEWS, page);
        });
    }

    private void review(Context context) {
        long number = numberIn(context.pathParam("number"));
        long id = numberIn(context.pathParam("review"));
        withRepository(context, (json, repository) -> repository.reviewsOf(number).stream()
                .filter(review -> review.id() == id)
                .findFirst()
                .<Answers.Answer>map(
                        review -> new Answers.Found(forms(json, repository, Listing.REVIEWS, List.of(review))
                                .get(0)
                                .toString()))
                .orElseGet(Answers.Missing::new));
    }

    private void comments(Context context) {
        long number = numberIn(context.pathParam("number"));
        withRepository(context, (json, repository) -> {
            if (repository.item(Listing.ITEMS, number).isEmpty()) {
                return new Answers.Missing();
            }
            ListQuery.Page page = new ListQuery(Listing.ISSUE_COMMENTS, parameters(context))
                    .cut(repository.listOf(Listing.ISSUE_COMMENTS, number));
            return page(context, json, repository, Listing.ISSUE_COMMENTS, page);
        });
    }

    private void comment(Context context, Listing listing) {
        long id = numberIn(context.pathParam("comment"));
        withRepository(context, (json, repository) -> repository
                .comment(listing, id)
                .<Answers.Answer>map(comment -> new Answers.Found(forms(json, repository, listing, List.of(comment))
                        .get(0)
                        .toString()))
                .orElseGet(Answers.Missing::new));
    }

    private void item(Context context, Listing listing) {
        long number = numberIn(context.pathParam("number"));
        withRepository(context, (json, repository) -> repository
                .item(listing, number)
                .<Answers.Answer>map(item -> new Answers.Found(
                        forms(json, repository, listing, List.of(item)).get(0).toString()))
                .or(() -> listing == Listing.ITEMS && !repository.hasIssues()
                        ? Optional.of(new Answers.Refused(410, "Issues are disabled for this repo"))
                        : Optional.empty())
                .or(() -> repository.departure(number).map(this::departed))
                .orElseGet(Answers.Missing::new));
    }

    private Answers.Answer departed(SimulatedRepository.Departure departure) {
        return departure instanceof SimulatedRepository.Departure.Transferred moved
                ? new Answers.Moved(url() + "/repositories/" + moved.repositoryId() + "/issues/" + moved.number())
                : new Answers.Refused(410, "This issue was deleted");
    }

    private Answers.Answer page(
            Context context, JsonForms json, SimulatedRepository repository, Listing listing, ListQuery.Page page) {
        String path = canonicalPath(context, repository) + "?";
        return new Answers.Found(
                forms(json, repository, listing, page.entities()).toString(),
                page.nextQuery().map(path::concat),
                page.lastQuery().map(path::concat));
    }

    private static ArrayNode forms(
            JsonForms json, SimulatedRepository repository, Listing listing, List<Entity> entities) {
        ArrayNode list = json.list(repository.profile(), entities, listing == Listing.ITEMS);
        for (int index = 0; index < list.size(); index++) {
            Entity entity = entities.get(index);
            ObjectNode form = (ObjectNode) list.get(index);
            if (listing == Listing.ISSUE_COMMENTS) {
                json.nameSubject(form, repository.profile().fullName(), entity, repository.hasPull(entity.number()));
            } else if (listing == Listing.ITEMS) {
                form.put(
                        "comments",
                        repository
                                .listOf(Listing.ISSUE_COMMENTS, entity.number())
                                .size());
            }
        }
        return list;
    }

    /** Next pages are under the repository's id, whatever name was asked. */
    private String canonicalPath(Context context, SimulatedRepository repository) {
        String path = context.path().substring(settings.basePath().length());
        String[] parts = path.split("/", -1);
        int rest = parts[1].equals("repositories") ? 3 : 4;
        StringBuilder canonical = new StringBuilder(
                url() + "/repositories/" + repository.profile().id());
        for (int index = rest; index < parts.length; index++) {
            canonical.append('/').append(parts[index]);
        }
        return canonical.toString();
    }

    private void withRepository(Context context, BiFunction<JsonForms, SimulatedRepository, Answers.Answer> answer) {
        JsonForms json = new JsonForms(url().toString(), settings.webAddress());
        Optional<SimulatedRepository> repository = named(context);
        if (repository.isEmpty()) {
            answers.send(context, new Answers.Missing());
        } else if (isOldName(context, repository.get())) {
            String place = canonicalPath(context, repository.get());
            String query = context.queryString();
            answers.send(context, new Answers.Moved(query == null ? place : place + "?" + query));
        } else {
            answers.send(context, answer.apply(json, repository.get()));
        }
    }

    private Optional<SimulatedRepository> named(Context context) {
        String id = context.pathParamMap().get("id");
        return id == null ? community.byName(nameIn(context)) : community.byId(numberIn(id));
    }

    private static boolean isOldName(Context context, SimulatedRepository repository) {
        return !context.pathParamMap().containsKey("id")
                && !repository.profile().fullName().equalsIgnoreCase(nameIn(context));
    }

    /** A number in a path; GitHub finds nothing under anything else. */
    private static long numberIn(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private static String nameIn(Context context) {
        return context.pathParam("owner") + "/" + context.pathParam("name");
    }

    private static Map<String, String> parameters(Context context) {
        Map<String, String> parameters = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
        // GitHub ignores a parameter without a value.
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    static boolean hasToken(Context context) {
        return context.header(Header.AUTHORIZATION) != null;
    }
}
