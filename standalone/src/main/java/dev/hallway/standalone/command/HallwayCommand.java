// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import picocli.CommandLine.Command;

/** The command itself: only help and version. */
@Command(
        name = "hallway",
        mixinStandardHelpOptions = true,
        version = "hallway 0.1.0",
        description = "Measures the health of open-source communities as it happens.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n")
final class HallwayCommand {}
