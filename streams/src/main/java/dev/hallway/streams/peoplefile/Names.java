// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import java.util.Optional;
import java.util.regex.Pattern;

/** What names can be: of organisations, of accounts and of repositories on GitHub. */
public final class Names {

    private static final int LONGEST = 255;
    private static final int BIDIRECTIONAL_FROM = 0x202A;
    private static final int BIDIRECTIONAL_TO = 0x202E;
    private static final String GHOST = "ghost";

    // A hyphen at the end, or two in a row, are not given any more, but there are accounts with such names.
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_-]{1,39}(\\[bot])?");
    private static final Pattern REPOSITORIES =
            Pattern.compile("[A-Za-z0-9_-]{1,39}/(\\*|(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100})");

    private Names() {}

    /** What is wrong with a login, with the rule and what to do; empty if GitHub may have such an account. */
    public static Optional<String> wrongLogin(String login) {
        if (login.equalsIgnoreCase(GHOST)) {
            return Optional.of("'ghost' is what GitHub shows for every account that was deleted, so it is nobody:"
                    + " leave it out.");
        }
        return LOGIN.matcher(login).matches()
                ? Optional.empty()
                : Optional.of(Shown.of(login) + " cannot be a GitHub login, which has up to 39 letters, digits, '-' and"
                        + " '_', and '[bot]' at the end if it is an app's: correct it, or leave it out.");
    }

    /** What is wrong with the name of an organisation, with the rule and what to do; empty if nothing is. */
    public static Optional<String> wrongOrganisation(String name) {
        if (name.isBlank()) {
            return Optional.of("The name of an organisation is empty: write it, or leave the organisation out.");
        }
        Optional<Integer> control =
                name.codePoints().filter(Names::isControl).boxed().findFirst();
        if (control.isPresent()) {
            return Optional.of("The name of the organisation " + Shown.of(name) + " contains the control character "
                    + Shown.codePoint(control.get()) + ": remove it.");
        }
        if (!name.equals(name.strip())) {
            return Optional.of("The name of the organisation " + Shown.of(name) + " begins or ends with a space, and"
                    + " names compare exactly: remove the space.");
        }
        if (name.length() > LONGEST) {
            return Optional.of("The name of the organisation " + Shown.of(name) + " has " + name.length()
                    + " characters, and at most " + LONGEST + " are kept: shorten it.");
        }
        return Optional.empty();
    }

    /** What is wrong with a pattern of repositories, with the rule and what to do; empty if nothing is. */
    static Optional<String> wrongRepositories(String pattern) {
        return REPOSITORIES.matcher(pattern).matches()
                ? Optional.empty()
                : Optional.of(Shown.of(pattern) + " names no repositories: write 'owner/repo', or 'owner/*' for all of"
                        + " an owner's.");
    }

    /** Characters that are no part of a name, and would change how a line is shown. */
    static boolean isControl(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> point >= BIDIRECTIONAL_FROM && point <= BIDIRECTIONAL_TO;
        };
    }
}
