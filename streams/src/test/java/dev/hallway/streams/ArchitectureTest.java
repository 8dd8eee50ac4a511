// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.streams.KafkaStreams;

/** Which way the arrows point. */
@AnalyzeClasses(packages = "dev.hallway.streams", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "dev.hallway.streams.";

    @ArchTest
    static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
            slices().matching(HERE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesShouldNotKnowEachOther = slices().matching(
                    HERE + "(conversation|story|name|repository)..")
            .should()
            .notDependOnEachOther()
            .because("a stage learns of another only by what it is told");

    @ArchTest
    static final ArchRule stagesShouldNotKnowWhatRunsOrServesThem = noClasses()
            .that()
            .resideInAnyPackage(HERE + "conversation..", HERE + "story..", HERE + "name..", HERE + "repository..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HERE + "topology..", HERE + "runtime..", HERE + "command..", HERE + "http..", HERE + "table..");

    @ArchTest
    static final ArchRule interpretationAndPresentationShouldNotKnowKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    HERE + "week..",
                    HERE + "reference..",
                    HERE + "read..",
                    HERE + "table..",
                    HERE + "digest..",
                    HERE + "json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule httpShouldKnowTheReaderAndNotTheStores = noClasses()
            .that()
            .resideInAPackage(HERE + "http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HERE + "conversation..",
                    HERE + "story..",
                    HERE + "repository..",
                    HERE + "state..",
                    HERE + "fact..",
                    HERE + "topology..",
                    HERE + "runtime..");

    @ArchTest
    static final ArchRule onlyRuntimeAndStateShouldHoldKafkaStreams = noClasses()
            .that()
            .resideOutsideOfPackages(HERE + "runtime..", HERE + "state..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(KafkaStreams.class);

    @ArchTest
    static final ArchRule onlyStoresThatWriteThroughShouldBeReadBackwards = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(HERE + "story.Links")
            .should()
            .callMethodWhere(target(name("reverseRange").or(name("reverseAll"))))
            .because("Kafka Streams 4.3.1 returns deleted keys of a store that gathers changes when read backwards");

    @ArchTest
    static final ArchRule onlyHttpAndRenderersShouldKnowJson = noClasses()
            .that()
            .resideOutsideOfPackages(HERE + "http..", HERE + "json..", HERE + "digest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyHttpShouldKnowTheServer = noClasses()
            .that()
            .resideOutsideOfPackage(HERE + "http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..");

    @ArchTest
    static final ArchRule onlyTheCommandShouldKnowTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackages("dev.hallway.streams", HERE + "command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule streamsShouldNotKnowGitHubsClientNorOtherModules = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hallway.ingest..", "dev.hallway.standalone..", "dev.hallway.simulator..", "org.kohsuke..");

    @ArchTest
    static final ArchRule factsShouldBeInterpretedInOnePlace = classes()
            .that()
            .resideOutsideOfPackages(
                    HERE + "conversation..",
                    HERE + "fact..",
                    HERE + "name..",
                    HERE + "repository..",
                    HERE + "topology..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("dev.hallway.github..");
}
