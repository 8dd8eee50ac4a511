// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.hallway.streams.Mutations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceFuzzTest {

    private static final String OWN = "dapr/dapr";

    static Stream<String> texts() {
        return Mutations.of(
                "Closes #12, fixes dapr/docs#34 and resolves https://github.com/dapr/dapr/issues/56#issuecomment-7.",
                "`#1` ```\n#2\n``` ~~~\n#3\n~~~ <!-- #4 --> > #5\n\n    #6\n\\#7 GH-8 [#9](#10)",
                "- [ ] closed GH-1\n  1. fix: a-b/c.d_e#2\r\n\t***resolves***   #3");
    }

    @MethodSource("texts")
    @FuzzTest
    void shouldFindOnlyReferencesThatAreThere(@NotNull String text) {
        // When
        List<TextReference> found = ReferenceParser.parse("", text, "github.com", OWN);

        // Then
        assertThat(found).allSatisfy(reference -> {
            assertThat(reference.number()).isPositive();
            assertThat(text).containsIgnoringCase(Long.toString(reference.number()));
            assertThat(reference.repository()).matches("[^/\\s]+/[^/\\s]+");
        });
        assertThat(ReferenceParser.parse("", text, "github.com", OWN)).isEqualTo(found);
    }
}
