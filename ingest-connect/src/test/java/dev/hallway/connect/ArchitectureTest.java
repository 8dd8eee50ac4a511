// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point. */
@AnalyzeClasses(packages = "dev.hallway.connect", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "dev.hallway.connect.";

    @ArchTest
    static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
            slices().matching(HERE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theConnectorShouldKnowIngestAndTheContractsOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hallway.health..",
                    "dev.hallway.streams..",
                    "dev.hallway.standalone..",
                    "dev.hallway.simulator..",
                    "dev.hallway.ingest.command..",
                    "org.apache.kafka.streams..",
                    "org.apache.kafka.connect.runtime..");

    @ArchTest
    static final ArchRule theConnectorShouldNotAskGithubItself = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kohsuke..", "okhttp3..", "java.net.http..");
}
