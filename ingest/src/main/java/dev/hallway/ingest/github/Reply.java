// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP answer with its body read.
 *
 * @param headers names in lower case
 */
record Reply(int status, Map<String, String> headers, String body) {

    private static final Pattern ETAG = Pattern.compile("[!-~]{1,512}");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*\\brel=\"?next\"?");
    private static final Pattern LAST =
            Pattern.compile("<[^>]*[?&]page=([0-9]{1,18})(?:&[^>]*)?>\\s*;[^,]*\\brel=\"?last\"?");

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    OptionalLong number(String name) {
        Optional<Long> value = header(name)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong);
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    /** To send it back, it must be legal in a request. */
    Optional<String> etag() {
        return header("etag").filter(tag -> ETAG.matcher(tag).matches());
    }

    Optional<String> next() {
        Matcher link = NEXT.matcher(header("link").orElse(""));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    /** How many pages there are, as the link to the last one says. */
    OptionalLong pages() {
        Matcher link = LAST.matcher(header("link").orElse(""));
        return link.find() ? OptionalLong.of(Long.parseLong(link.group(1))) : OptionalLong.empty();
    }

    Optional<Instant> date() {
        try {
            return header("date").map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    boolean isRedirect() {
        return (status == 301 || status == 302 || status == 307 || status == 308)
                && header("location").isPresent();
    }
}
