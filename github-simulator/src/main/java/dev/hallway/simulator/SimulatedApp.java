// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A GitHub App: knows its key, where it is installed, and the tokens it was given. Thread-safe. */
public final class SimulatedApp {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_JWT = Duration.ofMinutes(10);
    private static final int LARGEST_PAGE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final PublicKey key;
    private final Clock clock;
    private final Map<String, Long> installations = new ConcurrentHashMap<>();
    private final Set<Long> suspended = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    /** An App that is installed nowhere. */
    public SimulatedApp(String id, PublicKey key, Clock clock) {
        this.id = id;
        this.key = key;
        this.clock = clock;
    }

    /** Installs it for all repositories of an owner. */
    public void installOn(String owner, long installation) {
        installations.put(owner.toLowerCase(Locale.ROOT), installation);
    }

    /** Has its owner suspend an installation. */
    public void suspend(long installation) {
        suspended.add(installation);
    }

    /** Number of tokens issued so far. */
    public int issued() {
        return issued.get();
    }

    /** Revokes every token issued so far. */
    public void revokeTokens() {
        tokens.clear();
    }

    boolean accepts(String token) {
        Instant expiry = tokens.get(token);
        return expiry != null && clock.instant().isBefore(expiry);
    }

    Answers.Answer itself(Optional<String> jwt) {
        return refusal(jwt)
                .orElseGet(() -> new Answers.ToApp(200, "{\"id\":\"" + id + "\",\"slug\":\"hallway-reader\"}"));
    }

    /** The first page; of the others only that they exist. */
    Answers.Answer installations(Optional<String> jwt, String nextPage) {
        String page = installations.entrySet().stream()
                .limit(LARGEST_PAGE)
                .map(known -> "{\"id\":" + known.getValue() + ",\"account\":{\"login\":\"" + known.getKey()
                        + "\"},\"suspended_at\":"
                        + (suspended.contains(known.getValue()) ? "\"2024-05-06T07:08:09Z\"}" : "null}"))
                .collect(Collectors.joining(",", "[", "]"));
        Optional<String> next = Optional.of(nextPage).filter(address -> installations.size() > LARGEST_PAGE);
        return refusal(jwt).orElseGet(() -> new Answers.ToApp(200, page, next));
    }

    Answers.Answer installation(Optional<String> jwt, String owner) {
        return refusal(jwt).orElseGet(() -> Optional.ofNullable(installations.get(owner.toLowerCase(Locale.ROOT)))
                .<Answers.Answer>map(
                        number -> new Answers.ToApp(200, "{\"id\":" + number + ",\"app_id\":\"" + id + "\"}"))
                .orElseGet(() -> new Answers.ToApp(404, "{\"message\":\"Not Found\"}")));
    }

    Answers.Answer token(Optional<String> jwt, String installation) {
        return refusal(jwt).orElseGet(() -> {
            if (installations.values().stream()
                    .noneMatch(known -> known.toString().equals(installation))) {
                return new Answers.ToApp(404, "{\"message\":\"Not Found\"}");
            }
            if (suspended.contains(Long.valueOf(installation))) {
                return new Answers.ToApp(403, "{\"message\":\"This installation has been suspended\"}");
            }
            String token = "ghs_simulated" + issued.incrementAndGet();
            Instant expiry = clock.instant().plus(TOKEN_LIFE);
            tokens.put(token, expiry);
            return new Answers.ToApp(201, "{\"token\":\"" + token + "\",\"expires_at\":\"" + expiry + "\"}");
        });
    }

    private Optional<Answers.Answer> refusal(Optional<String> jwt) {
        return jwt.filter(this::isGenuine).isPresent()
                ? Optional.empty()
                : Optional.of(new Answers.ToApp(401, "{\"message\":\"A JSON web token could not be decoded\"}"));
    }

    private boolean isGenuine(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2])) && isTimely(claims);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException forged) {
            return false;
        }
    }

    private boolean isTimely(JsonNode claims) {
        Instant now = clock.instant();
        Instant issuedAt = Instant.ofEpochSecond(claims.path("iat").asLong());
        Instant expiry = Instant.ofEpochSecond(claims.path("exp").asLong());
        return claims.path("iss").asText().equals(id)
                && !issuedAt.isAfter(now)
                && expiry.isAfter(now)
                && !expiry.isAfter(now.plus(LONGEST_JWT));
    }
}
