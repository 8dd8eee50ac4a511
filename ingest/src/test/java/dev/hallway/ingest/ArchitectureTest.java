// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point. */
@AnalyzeClasses(packages = "dev.hallway.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "dev.hallway.ingest.";

    @ArchTest
    static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
            slices().matching(HERE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ingestShouldNotKnowFiguresNorOtherModules = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hallway.health..",
                    "dev.hallway.streams..",
                    "dev.hallway.standalone..",
                    "dev.hallway.simulator..",
                    "dev.hallway.connect..",
                    "org.apache.kafka.connect..",
                    "org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule translationShouldBePure = noClasses()
            .that()
            .resideInAPackage(HERE + "translate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HERE + "github..",
                    HERE + "publish..",
                    HERE + "cycle..",
                    "org.apache.kafka..",
                    "java.net.http..",
                    "okhttp3..");

    @ArchTest
    static final ArchRule onlyGithubShouldKnowTheLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(HERE + "github..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kohsuke..", "okhttp3..");

    @ArchTest
    static final ArchRule githubShouldNotKnowFactsNorKafka = noClasses()
            .that()
            .resideInAPackage(HERE + "github..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hallway.github..", "dev.hallway.contract..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule thePlanShouldKnowKafkaOnlyAsASink = noClasses()
            .that()
            .resideInAnyPackage(HERE + "cycle..", HERE + "cursor..", HERE + "report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
