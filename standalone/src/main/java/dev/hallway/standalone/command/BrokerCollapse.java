// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.diagnosis.Diagnosis;
import dev.hallway.standalone.diagnosis.Trouble;
import java.util.List;
import org.apache.kafka.common.utils.Exit;

/** A broker that cannot write ends its whole process at once; this says why before it does. */
final class BrokerCollapse {

    private BrokerCollapse() {}

    /** From now on, says what is wrong with the directory when the broker ends the process. */
    static void explainFor(DataDirectory directory) {
        Exit.Procedure end = (status, message) -> {
            sentences(directory).forEach(sentence -> System.err.println("hallway: " + sentence));
            System.err.flush();
            // Nothing more can be written: there is nothing to stop in an orderly way.
            Runtime.getRuntime().halt(HallwayExitCode.DATA_DIRECTORY.code());
        };
        Exit.setHaltProcedure(end);
        Exit.setExitProcedure(end);
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
