// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds references in visible text: {@code #N}, {@code owner/repo#N}, {@code GH-N} in any case, and URLs of issues and
 * pull requests.
 *
 * <p>A reference ends where its number does, if no letter, digit or underscore follows: the rest of a longer URL, such
 * as {@code #issuecomment-1}, does not matter. What stands before each hit is read backwards, never past the previous
 * hit, so the work is linear.
 */
final class ReferenceScanner {

    private static final Set<String> KEYWORDS =
            Set.of("close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved");
    private static final int LONGEST_KEYWORD = 8;
    /** What fits in a long; GitHub's numbers are far shorter. */
    private static final int LONGEST_NUMBER = 18;

    private final String text;
    private final String ownRepository;
    private final List<String> hosts;

    ReferenceScanner(String text, String webHost, String ownRepository) {
        this.text = text;
        this.ownRepository = ownRepository;
        this.hosts = List.of("https://" + webHost + "/", "http://" + webHost + "/");
    }

    /** Hands on every reference, in order; the same item may come again. */
    void forEach(Consumer<TextReference> consumer) {
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '#' -> readHash(at, consumer);
                case 'g', 'G' -> readGh(at, consumer);
                case 'h', 'H' -> readUrl(at, consumer);
                default -> {}
            }
        }
    }

    private void readHash(int hash, Consumer<TextReference> consumer) {
        int end = endOfNumber(hash + 1);
        if (end < 0) {
            return;
        }
        int repository = startOfRepository(hash);
        if (repository < hash) {
            emit(repository, text.substring(repository, hash), hash + 1, end, consumer);
        } else {
            emit(hash, ownRepository, hash + 1, end, consumer);
        }
    }

    private void readGh(int start, Consumer<TextReference> consumer) {
        if (startsWith("gh-", start)) {
            int end = endOfNumber(start + 3);
            if (end >= 0) {
                emit(start, ownRepository, start + 3, end, consumer);
            }
        }
    }

    private void readUrl(int start, Consumer<TextReference> consumer) {
        for (String host : hosts) {
            if (startsWith(host, start)) {
                readPath(start, start + host.length(), consumer);
            }
        }
    }

    private void readPath(int start, int owner, Consumer<TextReference> consumer) {
        int slash = owner;
        while (slash < text.length() && isOwnerCharacter(text.charAt(slash))) {
            slash++;
        }
        int end = slash + 1;
        while (end < text.length() && isRepositoryCharacter(text.charAt(end))) {
            end++;
        }
        if (!isRepository(owner, slash, end)) {
            return;
        }
        for (String kind : List.of("/issues/", "/pull/")) {
            int number = end + kind.length();
            if (text.startsWith(kind, end) && endOfNumber(number) >= 0) {
                emit(start, text.substring(owner, end), number, endOfNumber(number), consumer);
            }
        }
    }

    /** Emits a closing reference or a mention, or nothing if what stands before makes it part of something longer. */
    private void emit(int start, String repository, int number, int end, Consumer<TextReference> consumer) {
        if (!continues(start)) {
            long value = Long.parseLong(text.substring(number, end));
            consumer.accept(new TextReference(repository.toLowerCase(Locale.ROOT), value, closes(start, end)));
        }
    }

    private boolean continues(int start) {
        return start > 0 && (isWordBefore(start) || "-./#&".indexOf(text.charAt(start - 1)) >= 0);
    }

    private boolean closes(int start, int end) {
        int before = isBracketedUrl(start, end) ? start - 1 : start;
        int gap = before;
        while (gap > 0 && isWhiteSpace(text.charAt(gap - 1))) {
            gap--;
        }
        if (gap == before) {
            return false;
        }
        return endsWithKeyword(gap > 0 && text.charAt(gap - 1) == ':' ? gap - 1 : gap);
    }

    private boolean endsWithKeyword(int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_KEYWORD && isAsciiLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean wholeWord = start == 0 || !(isWordBefore(start) || text.charAt(start - 1) == '-');
        return wholeWord && KEYWORDS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private boolean isBracketedUrl(int start, int end) {
        if (start == 0 || text.charAt(start - 1) != '<') {
            return false;
        }
        int at = end;
        while (at < text.length() && text.charAt(at) != '<' && !isWhiteSpace(text.charAt(at))) {
            if (text.charAt(at) == '>') {
                return text.charAt(start) == 'h' || text.charAt(start) == 'H';
            }
            at++;
        }
        return false;
    }

    /** Start of the {@code owner/repo} that ends at a hash, or the hash itself if there is none. */
    private int startOfRepository(int hash) {
        int name = hash;
        while (name > 0 && isRepositoryCharacter(text.charAt(name - 1))) {
            name--;
        }
        int owner = name - 1;
        while (owner > 0 && isOwnerCharacter(text.charAt(owner - 1))) {
            owner--;
        }
        return isRepository(owner, name - 1, hash) ? owner : hash;
    }

    /** True if {@code owner/repo} stands there with its slash at the given place. */
    private boolean isRepository(int owner, int slash, int end) {
        if (owner < 0 || slash <= owner || slash + 1 >= end || text.charAt(slash) != '/') {
            return false;
        }
        String name = text.substring(slash + 1, end);
        return isAsciiLetterOrDigit(text.charAt(owner)) && !name.equals(".") && !name.equals("..");
    }

    /** End of the number that begins there, or -1 if there is none that ends at a word boundary. */
    private int endOfNumber(int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        boolean wellFormed = end > start && end - start <= LONGEST_NUMBER && text.charAt(start) != '0';
        return wellFormed && !isWordAt(end) ? end : -1;
    }

    private boolean startsWith(String lowerCasePrefix, int start) {
        if (start + lowerCasePrefix.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lowerCasePrefix.length(); i++) {
            if (toLower(text.charAt(start + i)) != toLower(lowerCasePrefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isWordAt(int position) {
        return position < text.length() && isWord(text.codePointAt(position));
    }

    private boolean isWordBefore(int position) {
        return isWord(text.codePointBefore(position));
    }

    private static boolean isWord(int codePoint) {
        return codePoint == '_' || Character.isLetterOrDigit(codePoint);
    }

    private static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isOwnerCharacter(char c) {
        return isAsciiLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isRepositoryCharacter(char c) {
        return isOwnerCharacter(c) || c == '.';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return isAsciiLetter(c) || isDigit(c);
    }

    private static boolean isAsciiLetter(char c) {
        return toLower(c) >= 'a' && toLower(c) <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char toLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
