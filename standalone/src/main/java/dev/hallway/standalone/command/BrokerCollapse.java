// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.diagnosis.Diagnosis;
import dev.hallway.standalone.diagnosis.Trouble;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Exit;

/** A broker that cannot write ends its whole process at once; this says why before it does. */
final class BrokerCollapse {

    private BrokerCollapse() {}

    /** From now on, says what is wrong with the directory when the broker ends the process. */
    static void explainFor(DataDirectory directory) {
        Exit.Procedure end = end(() -> sentences(directory), System.err, Runtime.getRuntime()::halt);
        Exit.setHaltProcedure(end);
        Exit.setExitProcedure(end);
    }

    /** Says why and halts, whatever saying it meets. */
    static Exit.Procedure end(Supplier<List<String>> why, PrintStream err, IntConsumer halt) {
        return (status, message) -> {
            try {
                why.get().forEach(sentence -> err.println("hallway: " + sentence));
                err.flush();
            } finally {
                // Nothing more can be written: there is nothing to stop in an orderly way.
                halt.accept(HallwayExitCode.DATA_DIRECTORY.code());
            }
        };
    }

    private static List<String> sentences(DataDirectory directory) {
        List<String> sentences =
                Diagnosis.of(directory).stream().map(Trouble::sentence).toList();
        return sentences.isEmpty()
                ? List.of("The embedded Kafka cannot go on in " + directory.kafka()
                        + ": see that the directory is there and can be written to, and run the command again. The log in "
                        + directory.logs() + " says more.")
                : sentences;
    }
}
