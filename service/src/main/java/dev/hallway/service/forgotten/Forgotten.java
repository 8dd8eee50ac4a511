// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.forgotten;

import dev.hallway.people.ForgottenAccounts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that were forgotten, known by hashes alone: enough to recognise them when they come by, and not to list
 * them.
 *
 * <p>Logins on GitHub are public, so whoever has the hashes and a list of all logins can try them all. The hashes keep a
 * name from being read, not from being guessed.
 */
public final class Forgotten {

    /** The only key of the topic. */
    public static final String KEY = "forgotten";

    /** Nobody was forgotten. */
    public static final Forgotten NOBODY = new Forgotten(ByteBuffer.allocate(0), Set.of(), 0);

    private static final int SALT = 16;

    private final ByteBuffer salt;
    private final Set<ByteBuffer> hashes;
    private final int times;

    private Forgotten(ByteBuffer salt, Set<ByteBuffer> hashes, int times) {
        this.salt = salt;
        this.hashes = Set.copyOf(hashes);
        this.times = times;
    }

    /** What the topic says; nobody if it says nothing. */
    public static Forgotten of(@Nullable ForgottenAccounts accounts) {
        return accounts == null
                ? NOBODY
                : new Forgotten(accounts.getSalt(), new HashSet<>(accounts.getHashes()), accounts.getTimes());
    }

    /** These and others. */
    public Forgotten and(Collection<String> logins, Collection<Long> ids) {
        ByteBuffer ours = salt.hasRemaining() ? salt : freshSalt();
        Set<ByteBuffer> all = new HashSet<>(hashes);
        logins.forEach(login -> all.add(hash(ours, ofLogin(login))));
        ids.forEach(id -> all.add(hash(ours, ofId(id))));
        return new Forgotten(ours, all, times + 1);
    }

    /** The same for the topic. */
    public ForgottenAccounts accounts() {
        List<ByteBuffer> sorted = new ArrayList<>(hashes);
        sorted.sort(null);
        return new ForgottenAccounts(salt, sorted, times);
    }

    /** How often somebody was forgotten. */
    public int times() {
        return times;
    }

    /** True if nobody was. */
    public boolean isNobody() {
        return hashes.isEmpty();
    }

    /** Whether the account with that login was forgotten, whatever the case. */
    public boolean hasLogin(String login) {
        return !isNobody() && hashes.contains(hash(salt, ofLogin(login)));
    }

    /** Whether the account with that id was forgotten. */
    public boolean hasId(long id) {
        return !isNobody() && hashes.contains(hash(salt, ofId(id)));
    }

    private static String ofLogin(String login) {
        return "login:" + login.toLowerCase(Locale.ROOT);
    }

    private static String ofId(long id) {
        return "id:" + id;
    }

    private static ByteBuffer freshSalt() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return ByteBuffer.wrap(salt);
    }

    private static ByteBuffer hash(ByteBuffer salt, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.duplicate());
            return ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
