// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.pages;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, which forgets what it has loaded before every page. */
final class ColdBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BYTES_A_KILOBYTE = 1_000;
    private static final String COMPLETE = "return performance.getEntriesByName('complete').length > 0"
            + " && performance.getEntriesByName('first-contentful-paint').length > 0";
    private static final String TIMES = """
            const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
            const drawn = performance.getEntriesByName('drawn')[0].startTime;
            const complete = performance.getEntriesByName('complete')[0].startTime;
            const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
            return [paint, drawn, complete, loaded.reduce((sum, one) => sum + one.transferSize, 0)].map(Math.round);
            """;

    private final ChromeDriver driver;

    ColdBrowser() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,900");
        options.setBinary(program("chromium"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver"))
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Network.enable", Map.of());
    }

    PageLoad load(URI page) {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.get(page.toString());
        new WebDriverWait(driver, PATIENCE).until(there -> Boolean.TRUE.equals(driver.executeScript(COMPLETE)));
        List<?> times = (List<?>) Objects.requireNonNull(driver.executeScript(TIMES));
        return new PageLoad(number(times, 0), number(times, 1), number(times, 2), number(times, 3) / BYTES_A_KILOBYTE);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static File program(String name) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(name + " is not on the PATH (Debian: chromium, chromium-driver)."));
    }

    private static long number(List<?> times, int index) {
        return ((Number) times.get(index)).longValue();
    }
}
