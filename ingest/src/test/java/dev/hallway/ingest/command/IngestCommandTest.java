// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.command.HallwayExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class IngestCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dapr --bootstrap-servers=127.0.0.1:1|Not a repository: 'dapr'",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --github-url=http://example.org|Not an address of a GitHub API",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --poll-interval=0|The poll interval is PT0S",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --quota-reserve=95|The quota reserve is 95 %",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --sweep-every=PT0S|The sweep interval is PT0S: it must be longer",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --reconcile-every=-P1D|The reconcile interval is PT-24H",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --reconcile-every=weekly|'weekly' is not an ISO 8601 duration",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --partitions=0|'0' is not a number of partitions: 1 to 1000",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --partitions=many|'many' is not a number of partitions",
                "dapr/dapr --kafka-config=no-such-file|'no-such-file' does not exist",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --since=2999-01-01|--since 2999-01-01 is in the future",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --since=yesterday|Invalid value for option '--since'",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --archive no-such-file|The archive 'no-such-file' is not a readable file",
                "dapr/dapr --bootstrap-servers=127.0.0.1:1 --since=2020-01-01 --archive x|leave it out with --archive",
                "dapr/dapr --no-such-option|Unknown option: '--no-such-option'"
            })
    void shouldExplainAWrongArgumentInItsFirstLine(String arguments, String explanation) {
        // Given
        StringWriter err = new StringWriter();
        CommandLine command = IngestCommand.commandLine().setErr(new PrintWriter(err));

        // When
        int exitCode = command.execute(arguments.split(" ", -1));

        // Then
        assertThat(exitCode).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString().lines().findFirst().orElse("")).contains(explanation);
        assertThat(err.toString()).doesNotContain("\tat ");
    }
}
