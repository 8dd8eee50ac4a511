// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.peoplefile.PeopleWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitdmTest {

    private final List<Omission> omissions = new ArrayList<>();
    private final RegistryDraft draft = new RegistryDraft(omissions::add);

    @Test
    void shouldReadDevelopersWithTheirOrganisations() throws Exception {
        // Given
        String text = """
                # This is the main developers affiliations file.
                Zoe-Demo: zoe!example.org, 4711+zoe-demo!users.noreply.github.com
                \tIndependent until 2015-10-01
                \tExample Corp from 2015-10-01 until 2018-09-01
                \tNotFound from 2018-09-01 until 2019-01-01
                \tOther: Untilled & Sons from 2019-01-01
                ada-demo*: ada!example.org, 12+somebody-else!users.noreply.github.com
                \tExample Corp
                robo-demo: robo!example.org
                \t(Robots)
                lone-demo: lone!example.org
                \tIndependent
                """;

        // When
        read(text);

        // Then
        assertThat(PeopleWriter.write(draft.registry(List.of("Example Corp")))).isEqualTo("""
                        home: [Example Corp]
                        people:
                          - logins: [ada-demo]
                            organisations:
                              - {name: Example Corp}
                          - logins: [robo-demo]
                            bot: true
                          - logins: [Zoe-Demo]
                            ids: [4711]
                            organisations:
                              - {name: Example Corp, from: 2015-10-01, to: 2018-09-01}
                              - {name: 'Other: Untilled & Sons', from: 2019-01-01}
                        """);
        assertThat(draft.withoutOrganisation()).isEqualTo(1);
        assertThat(omissions).isEmpty();
    }

    @Test
    void shouldBeginASpanWhereTheOneBeforeItEnds() throws Exception {
        // Given
        String text = """
                demo: demo!example.org
                \tFirst until 2015-05-01
                \tSecond until 2017-05-01
                \tThird
                """;

        // When
        read(text);

        // Then
        assertThat(PeopleWriter.write(draft.registry(List.of())))
                .contains(
                        "{name: First, to: 2015-05-01}",
                        "{name: Second, from: 2015-05-01, to: 2017-05-01}",
                        "{name: Third, from: 2017-05-01}");
    }

    @Test
    void shouldPutTogetherADeveloperWhoIsThereTwice() throws Exception {
        // Given
        String text = """
                demo: demo!example.org
                \tFirst until 2015-05-01
                DEMO: demo!example.net
                \tFirst until 2015-05-01
                \tSecond from 2015-05-01
                """;

        // When
        read(text);

        // Then
        assertThat(PeopleWriter.write(draft.registry(List.of()))).isEqualTo("""
                        home: []
                        people:
                          - logins: [demo]
                            organisations:
                              - {name: First, to: 2015-05-01}
                              - {name: Second, from: 2015-05-01}
                        """);
        assertThat(omissions).isEmpty();
    }

    @Test
    void shouldNameWhatCannotBeTaken() throws Exception {
        // Given
        String text = """
                \tLost Corp
                Demo Person: demo!example.org
                \tExample Corp
                demo: demo!example.org
                \tExample Corp
                \tOther Corp from 2020-01-01
                \tThird Corp until 2015-13-01
                turned: turned!example.org
                \tExample Corp from 2020-01-01 until 2019-01-01
                """;

        // When
        read(text);

        // Then
        assertThat(omissions)
                .extracting(Omission::line)
                .containsExactly(
                        "devs.txt:1: An organisation stands before the first developer.",
                        "devs.txt:2: 'Demo Person' cannot be a GitHub login, which has up to 39 letters, digits, '-' and"
                                + " '_', and '[bot]' at the end if it is an app's: correct it, or leave it out.",
                        "devs.txt:6: demo: 'Other Corp' from 2020-01-01 overlaps 'Example Corp'.",
                        "devs.txt:7: demo: 'Third Corp until 2015-13-01' has a date that is no day.",
                        "devs.txt:9: turned: 'Example Corp' from 2020-01-01 to 2019-01-01 ends before it begins.");
        assertThat(draft.registry(List.of()).getPeople()).hasSize(1);
    }

    @Test
    void shouldShowNothingThatATerminalObeys() throws Exception {
        // Given
        String text = "demo: demo!example.org\n\tExample\u001b[2J Corp until 2015-13-01\n";

        // When
        read(text);

        // Then
        assertThat(omissions)
                .extracting(Omission::line)
                .containsExactly("devs.txt:2: demo: 'Example?[2J Corp until 2015-13-01' has a date that is no day.");
    }

    private void read(String text) throws IOException {
        new Gitdm().read(new BufferedReader(new StringReader(text)), "devs.txt", draft);
    }
}
