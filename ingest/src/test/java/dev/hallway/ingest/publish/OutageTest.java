// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {

    static Stream<KafkaException> passing() {
        return Stream.of(
                new TimeoutException("no answer"),
                new DisconnectException("gone"),
                new KafkaException("The broker went away."),
                new SerializationException("registry", new ConnectException("refused")));
    }

    static Stream<KafkaException> lasting() {
        return Stream.of(
                new ConfigException("no such address"),
                new SaslAuthenticationException("wrong password"),
                new KafkaException("wrapped", new TopicAuthorizationException("not allowed")),
                new SerializationException("the schema does not fit"),
                new SupersededException("one", new ProducerFencedException("newer")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void shouldWaitForWhatMayPass(KafkaException failure) {
        // When
        boolean mayPass = Outage.mayPass(failure);

        // Then
        assertThat(mayPass).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void shouldNotWaitForWhatSomebodyHasToMend(KafkaException failure) {
        // When
        boolean mayPass = Outage.mayPass(failure);

        // Then
        assertThat(mayPass).isFalse();
    }

    @Test
    void shouldKnowWhenAnotherHasTakenOver() {
        // Given
        List<KafkaException> reports = List.of(
                new ProducerFencedException("newer"),
                new KafkaException("wrapped", new InvalidProducerEpochException("older")));

        // When
        List<Boolean> superseded =
                reports.stream().map(SupersededException::isReportedBy).toList();

        // Then
        assertThat(superseded).containsOnly(true);
        assertThat(SupersededException.isReportedBy(new TimeoutException("no answer")))
                .isFalse();
    }
}
