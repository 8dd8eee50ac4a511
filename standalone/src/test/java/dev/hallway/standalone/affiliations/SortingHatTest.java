// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.streams.peoplefile.PeopleWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortingHatTest {

    private final List<Omission> omissions = new ArrayList<>();
    private final RegistryDraft draft = new RegistryDraft(omissions::add);
    private final SortingHat sortingHat = new SortingHat();

    @Test
    void shouldReadAnExportOfIdentities() throws Exception {
        // Given
        String text = """
                {
                  "blacklist": ["nobody"],
                  "organizations": {"uidentities": [{"domain": "example.org", "is_top": true}]},
                  "source": null,
                  "time": "2019-01-14 13:31:19.507613",
                  "uidentities": {
                    "aaaa": {
                      "enrollments": [
                        {"organization": "Example Corp", "start": "1900-01-01T00:00:00", "end": "2015-05-01T00:00:00"},
                        {"organization": "Other Corp", "start": "2015-05-01T00:00:00", "end": "2016-12-31T23:59:59"},
                        {"organization": "Third Corp", "start": "2017-01-01T00:00:00", "end": "2100-01-01T00:00:00"}
                      ],
                      "identities": [
                        {"source": "github", "username": "zoe-demo", "email": null, "id": "aaaa", "name": "Z"},
                        {"source": "github", "username": "Ada-Demo", "email": null, "id": "aaab", "name": "Z"},
                        {"source": "git", "username": null, "email": "77+zoe-demo@users.noreply.github.com", "id": "aaac"},
                        {"source": "gitlab", "username": "zed", "email": null, "id": "aaad"}
                      ],
                      "profile": {"is_bot": false, "name": "Z"},
                      "uuid": "aaaa"
                    },
                    "bbbb": {
                      "enrollments": [],
                      "identities": [{"source": "github", "username": "robo-demo"}],
                      "profile": {"is_bot": true}
                    },
                    "cccc": {
                      "enrollments": [{"organization": "Unknown", "start": "1900-01-01T00:00:00", "end": "2100-01-01T00:00:00"}],
                      "identities": [{"source": "github", "username": "lone-demo"}],
                      "profile": null
                    }
                  }
                }
                """;

        // When
        read(text);

        // Then
        assertThat(PeopleWriter.write(draft.registry(List.of()))).isEqualTo("""
                        home: []
                        people:
                          - logins: [Ada-Demo, zoe-demo]
                            ids: [77]
                            organisations:
                              - {name: Example Corp, to: 2015-05-01}
                              - {name: Other Corp, from: 2015-05-01, to: 2017-01-01}
                              - {name: Third Corp, from: 2017-01-01}
                          - logins: [robo-demo]
                            bot: true
                        """);
        assertThat(draft.withoutOrganisation()).isEqualTo(1);
        assertThat(omissions).isEmpty();
        assertThat(sortingHat.missing()).isEmpty();
    }

    @Test
    void shouldReadTheAnswerOfTheApi() throws Exception {
        // Given
        String text = """
                {"data": {"individuals": {"entities": [
                  {"mk": "aaaa", "profile": {"isBot": false},
                   "identities": [{"source": "github", "username": "demo", "email": null}],
                   "enrollments": [{"group": {"name": "Example Corp"}, "start": "2019-01-01T00:00:00+00:00",
                                    "end": "2100-01-01T00:00:00+00:00"}]}],
                  "pageInfo": {"page": 1, "numPages": 2}}}}
                """;

        // When
        read(text);

        // Then
        assertThat(PeopleWriter.write(draft.registry(List.of())))
                .contains("logins: [demo]", "{name: Example Corp, from: 2019-01-01}");
        assertThat(sortingHat.missing())
                .contains("The API's answer has 2 pages, and 1 of them were read: name the files of all.");
    }

    @Test
    void shouldNameWhatCannotBeTaken() throws Exception {
        // Given
        String text = """
                {"uidentities": {
                  "aaaa": {"identities": [{"source": "github", "username": "demo"}],
                    "enrollments": [
                      {"organization": "Example Corp", "start": "1900-01-01T00:00:00", "end": "2100-01-01T00:00:00"},
                      {"organization": "Other Corp", "start": "2015-05-01T00:00:00", "end": "2016-05-01T00:00:00"},
                      {"organization": "Third Corp", "start": "yesterday", "end": null}]},
                  "bbbb": {"identities": [{"source": "git", "username": "demo2"}], "enrollments": []},
                  "cccc": {"identities": [{"source": "github", "username": "DEMO"}], "enrollments": []}}}
                """;

        // When
        read(text);

        // Then
        assertThat(omissions)
                .extracting(Omission::line)
                .containsExactly(
                        "identities.json: aaaa: The enrollment in 'Third Corp' has a date that is no day.",
                        "identities.json: aaaa: 'Example Corp' overlaps 'Other Corp' from 2015-05-01 to 2016-05-01.",
                        "identities.json: bbbb: No identity with the source github has a username.",
                        "identities.json: cccc: The login 'DEMO' belongs to somebody before it already.");
        assertThat(draft.registry(List.of()).getPeople()).hasSize(1);
    }

    @Test
    void shouldSayThatAFileIsOfAnotherKind() {
        // Given
        String text = "{\"errors\": [{\"message\": \"Authentication is required\"}]}";

        // Then
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither 'uidentities'")
                .hasMessageContaining("nor 'entities'");
    }

    private void read(String text) throws IOException {
        sortingHat.read(new BufferedReader(new StringReader(text)), "identities.json", draft);
    }
}
