// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunTest {

    private static final int TERMINATED = 143;

    @Test
    void shouldSayOneSentenceWhenItIsInterrupted(@TempDir Path directory) throws Exception {
        // Given
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HallwayProcess run = HallwayProcess.start(
                        directory,
                        "digest",
                        "small/town",
                        "--github-url",
                        "http://127.0.0.1:" + silent.getLocalPort(),
                        "--data-dir",
                        directory.resolve("data").toString())) {
            Awaiting.until("it reads", () -> run.err().contains("Reading small/town") || !run.isAlive());

            // When
            int exit = run.terminate();

            // Then
            assertThat(exit).isEqualTo(TERMINATED);
            assertThat(run.err())
                    .endsWith("Interrupted. What has been read is kept: the same command continues there.\n")
                    .doesNotContain("hallway:", "Exception");
            assertThat(run.out()).isEmpty();
        }
    }
}
