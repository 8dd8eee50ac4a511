// SPDX-License-Identifier: Apache-2.0
package dev.hallway.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@SuppressWarnings("NullAway.Init") // Set before the tests.
class PagesTest {

    @TempDir
    private static Path directory;

    private static DemoHallway hallway;
    private Browser browser;

    @BeforeAll
    static void startHallway() {
        boolean required = System.getenv(Browser.REQUIRED) != null;
        assumeTrue(
                required || Browser.isInstalled(),
                "No Chromium with its driver (Debian: chromium, chromium-driver) is installed: the pages are not tested.");
        hallway = DemoHallway.start(directory);
    }

    @AfterAll
    static void stopHallway() {
        if (hallway != null) {
            hallway.close();
        }
    }

    @BeforeEach
    void startBrowser() {
        browser = Browser.start();
    }

    @AfterEach
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overview,    /,                                                   How the communities are doing",
        "repository,  /r/dapr/dapr,                                        dapr/dapr",
        "stories,     /r/dapr/dapr/stories,                                Stories",
        "story,       /r/dapr/dapr/stories/1034,                           An API to read secrets",
        "people,      /r/dapr/dapr/people,                                 People",
        "digest,      /r/dapr/dapr/digests/2020-W08,                       dapr/dapr",
        "portfolio,   /digests/2020-W08?owner=dapr,                        3 repositories: week 2020-W08",
        "explanation, /r/dapr/dapr/weeks/2020-W08/feedback_p50_seconds,    Feedback: median",
    })
    void shouldShowEachPageToEverybody(String name, String path, String heading) {
        for (String scheme : List.of("light", "dark")) {
            for (int width : new int[] {1280, 390}) {
                // When
                browser.prefer(scheme);
                browser.resize(width, 900);
                browser.open(hallway.page(path));
                browser.awaitText("main h1", heading);
                browser.photograph(name + "-" + scheme + "-" + width);

                // Then
                assertThat(browser.text("main")).doesNotContain("undefined", "NaN", "[object");
                assertThat(browser.all("[role=alert]")).isEmpty();
                assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                        .as("fits its width")
                        .isEqualTo("true");
                assertThat(browser.inaccessible()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
        assertThat(browser.text("footer")).contains("Complete: ", "nothing missing", "Data until 16 Mar 2020, 00:");
    }

    @Test
    void shouldOpenWhatAPointOfAChartCounted() {
        // Given
        browser.resize(1280, 1400);
        browser.open(hallway.page("/r/dapr/dapr"));
        browser.await("hallway-chart .u-over");

        for (int chart = 0; chart < browser.all("hallway-chart").size(); chart++) {
            // When
            browser.run("document.querySelectorAll('hallway-chart .plot')[arguments[0]].focus()", chart);
            WebElement plot = browser.all("hallway-chart .plot").get(chart);
            plot.sendKeys(Keys.HOME, Keys.ARROW_RIGHT, Keys.ENTER);

            // Then
            browser.awaitAddress("/weeks/2019-W46/");
            browser.awaitText("main", "Counted");
            assertThat(browser.complaints()).isEmpty();
            browser.run("history.back()");
            browser.awaitText("main h1", "dapr/dapr");
            browser.await("hallway-chart .u-over");
        }
    }

    @Test
    void shouldMarkWeeksThatReallyChanged() {
        // When: in 2020-W01 the most active person made more of the contributions than chance explains
        browser.open(hallway.page("/r/dapr/dapr?range=all"));

        // Then
        browser.await("hallway-chart .key .changed");
        assertThat(browser.text("hallway-chart:has(.changed) .plot + .pointed")).isNotBlank();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldOpenAPointByThePointer() {
        // Given
        browser.resize(1280, 1400);
        browser.open(hallway.page("/r/dapr/dapr"));

        // When
        browser.await("hallway-chart .u-over").click();

        // Then
        browser.awaitAddress("/weeks/");
        browser.awaitText("main h1", "Feedback: median");
    }

    @Test
    void shouldSearchAndSortTheRepositories() {
        // Given
        browser.open(hallway.page("/?sort=contributors&order=desc"));
        browser.awaitText("tbody tr", "dapr/dapr");

        // When
        browser.await("input[type=search]").sendKeys("quick");

        // Then
        browser.awaitText("tbody tr", "dapr/quickstarts");
        browser.awaitText("[role=status].quiet", "1 repository.");
        browser.awaitAddress("q=quick");
        browser.awaitAddress("sort=contributors");
    }

    @Test
    void shouldAskForTheTokenOfAServerThatHasOne() {
        // Given
        try (GuardedServer server = new GuardedServer("open-sesame")) {
            browser.open(server.page("/r/dapr/dapr"));

            // When
            browser.await("#token").sendKeys("open-barley" + Keys.ENTER);
            browser.awaitText("main h1", "asks for its token");
            browser.await("#token").clear();
            browser.await("#token").sendKeys("open-sesame" + Keys.ENTER);

            // Then
            browser.awaitText("main", GuardedServer.WORDS);
            assertThat(browser.run("return document.documentElement.outerHTML + document.cookie + location.href"))
                    .asString()
                    .doesNotContain("open-sesame");
        }
    }

    @Test
    void shouldKeepTheRangeInTheAddress() {
        // Given
        browser.open(hallway.page("/r/dapr/dapr?range=12&window=4"));

        // When
        browser.awaitText("main", "show 4 weeks a point");
        browser.all(".choice button").stream()
                .filter(button -> button.getText().equals("All"))
                .findFirst()
                .orElseThrow()
                .click();

        // Then
        browser.awaitAddress("range=all");
        browser.awaitAddress("window=4");
    }

    @Test
    void shouldTellTheWholeStory() {
        // When
        browser.open(hallway.page("/r/dapr/dapr/stories/1034"));
        browser.await(".timeline");

        // Then
        assertThat(browser.text("main"))
                .contains(
                        "demo-lantern asked on 12 Feb 2020",
                        "after 9 d 6 h",
                        "8 merged pull requests (code, docs, tests, samples) in 3 repositories")
                .contains("after 3 h 24 min", "Merged: dapr/quickstarts#215");
        assertThat(browser.all(".timeline .pull")).hasSize(8);
        assertThat(browser.all(".timeline .reply")).isNotEmpty();
    }

    @Test
    void shouldShowHostileTitlesAsText() {
        // When: titles of the demo hold markup, pipes and formulas
        browser.open(hallway.page("/r/dapr/dapr/weeks/2020-W08/feedback_p50_seconds"));

        // Then
        browser.awaitText("main", "Crash | with a pipe, <b>tags</b> & \"quotes\"");
        assertThat(browser.all("main .title b")).isEmpty();
    }

    @Test
    void shouldChangeAsSoonAsAFigureDoes() {
        // Given
        browser.open(hallway.page("/r/dapr/docs/stories"));
        browser.awaitText("#live", "Live");

        // When
        hallway.open("dapr/docs", "<img src=x onerror=alert(1)>");

        // Then
        browser.awaitText("main", "<img src=x onerror=alert(1)>");
        assertThat(browser.text("main")).contains("demo-latecomer");
        browser.open(hallway.page("/r/dapr/docs"));
        browser.await("hallway-chart .key .hatched");
        assertThat(browser.all("main img")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAnAddress() {
        // When
        browser.open(hallway.page("/r/dapr/nothing"));

        // Then
        browser.awaitText("[role=alert]", "'dapr/nothing' is not known here");
    }
}
