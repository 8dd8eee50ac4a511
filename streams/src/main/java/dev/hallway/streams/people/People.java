// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.people.Participant.Affiliation;
import dev.hallway.streams.people.Participant.BotEvidence;
import dev.hallway.streams.people.Participant.Kind;
import dev.hallway.streams.people.Participant.MaintainerEvidence;
import dev.hallway.streams.people.RegisteredPerson.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A people registry, laid out for questions, over what GitHub itself says: the type and login of an account, its
 * association with the repository, and who merged. Never changes.
 */
public final class People implements Classification {

    private static final String BOT_SUFFIX = "[bot]";
    private static final Set<String> BUILT_IN_BOTS = BuiltInBots.logins();

    private static final long LISTED = 1;
    private static final Membership LISTED_BOT = new Membership(0, false, LISTED, 0);

    private final Map<Long, RegisteredPerson> byId = new HashMap<>();
    private final Map<String, RegisteredPerson> byLogin = new HashMap<>();
    private final Set<String> bots = new HashSet<>(BUILT_IN_BOTS);
    private final Set<String> home;
    private final long fingerprint;

    private People(PeopleRegistry registry) {
        home = Set.copyOf(registry.getHome());
        bots.addAll(registry.getAddedBots());
        registry.getRemovedBots().forEach(bots::remove);
        for (Person person : registry.getPeople()) {
            if (person.getIds().isEmpty() && person.getLogins().isEmpty()) {
                continue;
            }
            RegisteredPerson registered = RegisteredPerson.of(person);
            person.getIds().forEach(id -> byId.putIfAbsent(id, registered));
            person.getLogins().forEach(login -> byLogin.putIfAbsent(login.toLowerCase(Locale.ROOT), registered));
        }
        fingerprint = mixed(Fingerprints.of(registry), Fingerprints.of(String.join(" ", new TreeSet<>(bots))));
    }

    /** The people of a registry that is sound. */
    public static People of(PeopleRegistry registry) {
        return new People(registry);
    }

    /** Nobody is registered: only what GitHub says counts, and the built-in list of bots. */
    public static People unregistered() {
        return new People(new PeopleRegistry(List.of(), List.of(), List.of(), List.of()));
    }

    /** A number that is another one if anything of the registry or of the built-in list is; never 0. */
    public long fingerprint() {
        return fingerprint;
    }

    /** The same for the organisations that are home. */
    public long homeFingerprint() {
        return Fingerprints.of(String.join("\n", new TreeSet<>(home)));
    }

    /** What the registry makes of an account. */
    public Membership membership(Actor actor) {
        RegisteredPerson person = person(actor);
        boolean listed = isListedBot(actor);
        if (person == null) {
            return listed ? LISTED_BOT : Membership.NONE;
        }
        return new Membership(
                person.key(),
                bot(actor, person) == BotEvidence.NONE,
                standing(person.standing(), listed ? LISTED : 0),
                person.affiliated());
    }

    @Override
    public boolean knowsHome() {
        return !home.isEmpty();
    }

    @Override
    public Participant participant(KnownAccount account, String repository, AuthorAssociation association, Instant at) {
        Actor actor = account.actor();
        RegisteredPerson person = person(actor);
        BotEvidence bot = bot(actor, person);
        Kind kind = kind(actor, bot);
        MaintainerEvidence evidence = kind == Kind.BOT
                ? MaintainerEvidence.NONE
                : evidence(person == null ? Said.NOTHING : person.maintains(repository), account, association, at);
        if (person == null) {
            return new Participant(kind, bot, actor.id(), actor.login(), evidence, null);
        }
        String login = person.login().isEmpty() ? actor.login() : person.login();
        Affiliation affiliation = person.organisation(LocalDate.ofInstant(at, ZoneOffset.UTC))
                .map(name -> new Affiliation(name, home.contains(name)))
                .orElse(null);
        return new Participant(kind, bot, person.key(), login, evidence, affiliation);
    }

    private static MaintainerEvidence evidence(
            Said registered, KnownAccount account, AuthorAssociation association, Instant at) {
        if (registered != Said.NOTHING) {
            return registered == Said.YES ? MaintainerEvidence.REGISTRY : MaintainerEvidence.NONE;
        }
        if (isMaintainers(association)) {
            return MaintainerEvidence.ASSOCIATION;
        }
        return account.hadMergedBy(at) ? MaintainerEvidence.MERGED : MaintainerEvidence.NONE;
    }

    private static Kind kind(Actor actor, BotEvidence bot) {
        if (actor.isDeleted()) {
            return Kind.UNKNOWN;
        }
        return bot == BotEvidence.NONE ? Kind.HUMAN : Kind.BOT;
    }

    private BotEvidence bot(Actor actor, @Nullable RegisteredPerson person) {
        if (actor.botType()) {
            return BotEvidence.TYPE;
        }
        return switch (person == null ? Said.NOTHING : person.bot()) {
            case YES -> BotEvidence.REGISTRY;
            case NO -> BotEvidence.NONE;
            case NOTHING -> botByLogin(actor);
        };
    }

    private BotEvidence botByLogin(Actor actor) {
        if (hasBotSuffix(actor.login())) {
            return BotEvidence.LOGIN;
        }
        return isListedBot(actor) ? BotEvidence.LIST : BotEvidence.NONE;
    }

    private @Nullable RegisteredPerson person(Actor actor) {
        if (byId.isEmpty() && byLogin.isEmpty()) {
            return null;
        }
        RegisteredPerson byItsId = byId.get(actor.id());
        return byItsId == null ? byLogin.get(actor.login().toLowerCase(Locale.ROOT)) : byItsId;
    }

    private boolean isListedBot(Actor actor) {
        return bots.contains(actor.login().toLowerCase(Locale.ROOT));
    }

    private static boolean hasBotSuffix(String login) {
        int suffix = BOT_SUFFIX.length();
        return login.regionMatches(true, login.length() - suffix, BOT_SUFFIX, 0, suffix);
    }

    private static boolean isMaintainers(AuthorAssociation association) {
        return switch (association) {
            case OWNER, MEMBER, COLLABORATOR -> true;
            case UNKNOWN, CONTRIBUTOR, FIRST_TIMER, FIRST_TIME_CONTRIBUTOR, MANNEQUIN, NONE -> false;
        };
    }

    /** What the registry says of a person, and of the login by itself; 0 if nothing. */
    private static long standing(long said, long listed) {
        return said == 0 ? listed : mixed(said, listed);
    }

    /** Never 0. */
    private static long mixed(long one, long other) {
        long mixed = one * 31 + other;
        return mixed == 0 ? 1 : mixed;
    }
}
