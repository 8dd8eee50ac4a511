// SPDX-License-Identifier: Apache-2.0
package dev.hallway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window. What it complains about is kept. */
final class Browser implements AutoCloseable {

    /** Set where a browser must be there; elsewhere the tests are skipped without one. */
    static final String REQUIRED = "HALLWAY_BROWSER_REQUIRED";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = resource("/axe.min.js");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** True if Chromium and its driver are on the path. */
    static boolean isInstalled() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    /** Starts one that knows nothing of any other. */
    static Browser start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--force-prefers-reduced-motion");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.resize(1280, 900);
        return browser;
    }

    /** Goes to an address and waits for the page's heading. */
    void open(URI address) {
        driver.get(address.toString());
        await("main h1");
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Shows pages as for somebody who prefers the colours. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                java.util.Map.of(
                        "features", List.of(java.util.Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The first element that matches, as soon as there is one. */
    WebElement await(String selector) {
        return Objects.requireNonNull(new WebDriverWait(driver, PATIENCE)
                .withMessage(
                        () -> "Nothing matches " + selector + " on " + driver.getCurrentUrl() + ": " + text("main"))
                .until(there -> there.findElements(By.cssSelector(selector)).stream()
                        .findFirst()
                        .orElse(null)));
    }

    /** Waits until the text of the first element that matches contains the words. */
    void awaitText(String selector, String words) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "'" + words + "' is not in " + selector + ", but: " + text(selector))
                .until(there -> text(selector).contains(words));
    }

    /** Waits until the address has the part. */
    void awaitAddress(String part) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "The address is " + driver.getCurrentUrl() + ", without " + part)
                .until(there -> String.valueOf(there.getCurrentUrl()).contains(part));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What the first element that matches says; empty if there is none. */
    String text(String selector) {
        return String.valueOf(driver.executeScript(
                "return (document.querySelector(arguments[0])?.innerText ?? '').replaceAll('\\u00a0', ' ')", selector));
    }

    /** Runs a script in the page. */
    Object run(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    /** The page as far as the window shows it, in {@code target/screenshots}. */
    void photograph(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
            Files.write(SCREENSHOTS.resolve(name + ".png"), picture);
            assertThat(picture).isNotEmpty();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The screenshot " + name + " cannot be written.", unwritable);
        }
    }

    /** What the console says, and forgets it. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Which of axe-core's rules of accessibility the page breaks, and where. */
    String inaccessible() {
        driver.executeScript(AXE);
        return String.valueOf(driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(
                  ({ violations }) => done(violations
                    .map(({ id, help, nodes }) => id + ': ' + help + '\\n  ' + nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join('\\n  '))
                    .join('\\n')),
                  (failure) => done('axe failed: ' + failure));
                """));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name.toLowerCase(Locale.ROOT) + " cannot be read.", unreadable);
        }
    }
}
