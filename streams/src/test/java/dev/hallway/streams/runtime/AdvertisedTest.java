// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisedTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "[::1]:8080", "localhost:8080"})
    void shouldBeWhereItListens(String authority) {
        // Given
        URI listening = URI.create("http://" + authority);

        // When
        String advertised = Advertised.of(listening);

        // Then
        assertThat(advertised).isEqualTo(authority);
    }

    @Test
    void shouldNotBeEveryAddress() {
        // Given
        URI listening = URI.create("http://0.0.0.0:8080");

        // When
        String advertised = Advertised.of(listening);

        // Then
        assertThat(advertised).endsWith(":8080").doesNotContain("0.0.0.0");
    }
}
