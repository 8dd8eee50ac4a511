// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.SecretsCommunity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestFormatTest {

    private static final DigestModel MODEL =
            DigestModel.of(SecretsCommunity.community(), "dapr/dapr", SecretsCommunity.WEEK);

    private final List<DigestModel> rendered = new ArrayList<>();

    @Test
    void shouldRenderOnceWhatFits() {
        // When
        DigestFormat.Fitted<DigestModel> fitted = DigestFormat.fit(MODEL, model -> render(model, 10));

        // Then
        assertThat(rendered).containsExactly(fitted.model());
        assertThat(fitted.text()).hasSize(10);
    }

    @Test
    void shouldRenderShorterListsUntilTheyFit() {
        // When
        DigestFormat.Fitted<DigestModel> fitted =
                DigestFormat.fit(MODEL, model -> render(model, rendered.size() < 2 ? DigestFormat.LIMIT : 20));

        // Then
        assertThat(rendered).hasSize(3).last().isEqualTo(fitted.model());
        assertThat(fitted.text()).hasSize(20);
    }

    private String render(DigestModel model, int length) {
        rendered.add(model);
        return "x".repeat(length);
    }
}
