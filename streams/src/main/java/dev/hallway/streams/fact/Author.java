// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.streams.state.Codec;
import java.io.IOException;
import java.util.Locale;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as the metric definitions see it.
 *
 * @param kind human, bot, or unknown because the account was deleted
 * @param id GitHub's numeric user id, which is the person; 0 for an unknown one
 * @param login the login, only a label; empty for an unknown person
 */
public record Author(Kind kind, long id, String login) {

    /** What an author is. */
    public enum Kind {
        HUMAN,
        BOT,
        /** A deleted account; two of them are never the same person. */
        UNKNOWN
    }

    /** The author nobody knows any more. */
    public static final Author UNKNOWN = new Author(Kind.UNKNOWN, 0, "");

    /** How authors are written. */
    public static final Codec<Author> CODEC = new Codec<>() {
        private final Kind[] kinds = Kind.values();

        @Override
        public void write(Author author, Encoder out) throws IOException {
            out.writeInt(author.kind.ordinal());
            if (author.kind != Kind.UNKNOWN) {
                out.writeLong(author.id);
                out.writeString(author.login);
            }
        }

        @Override
        public Author read(Decoder in) throws IOException {
            Kind kind = kinds[in.readInt()];
            return kind == Kind.UNKNOWN ? UNKNOWN : new Author(kind, in.readLong(), in.readString());
        }
    };

    private static final String GHOST = "ghost";
    private static final String BOT_SUFFIX = "[bot]";

    /** Reads GitHub's account; a missing one and GitHub's stand-in for deleted accounts are unknown. */
    public static Author of(@Nullable Account account) {
        if (account == null || account.getLogin().equalsIgnoreCase(GHOST)) {
            return UNKNOWN;
        }
        boolean bot = account.getType() == AccountType.BOT
                || account.getLogin().toLowerCase(Locale.ROOT).endsWith(BOT_SUFFIX);
        return new Author(bot ? Kind.BOT : Kind.HUMAN, account.getId(), account.getLogin());
    }

    /** True if this is a person whose identity is known. */
    public boolean isKnownPerson() {
        return kind == Kind.HUMAN;
    }

    /** True if this is an automated account. */
    public boolean isBot() {
        return kind == Kind.BOT;
    }

    /** True if what this author writes can answer an item opened by the other. */
    public boolean canRespondTo(Author opener) {
        return switch (kind) {
            case BOT -> false;
            case HUMAN -> opener.kind == Kind.UNKNOWN || opener.id != id;
            case UNKNOWN -> opener.kind != Kind.UNKNOWN;
        };
    }

    /** True if both are known to be the same person. */
    public boolean isSamePersonAs(Author other) {
        return kind == Kind.HUMAN && other.kind == Kind.HUMAN && id == other.id;
    }
}
