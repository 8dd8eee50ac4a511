// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Which way the arrows point. */
@AnalyzeClasses(packages = "dev.hallway.streams", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "dev.hallway.streams.";

    @ArchTest
    static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
            slices().matching(HERE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatIsWrittenDownShouldNotDependOnWhatIsDerived = noClasses()
            .that()
            .resideInAnyPackage(HERE + "fact..", HERE + "intake..", HERE + "community..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HERE + "figure..", HERE + "publication..", HERE + "query..", HERE + "people..")
            .because("what was said is kept, and what it means is asked when a figure is derived");

    @ArchTest
    static final ArchRule figuresShouldBePure = noClasses()
            .that()
            .resideInAnyPackage(HERE + "figure..", HERE + "people..", HERE + "fact..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", HERE + "community..", HERE + "intake..", HERE + "publication..");

    @ArchTest
    static final ArchRule theStageShouldNotKnowWhatRunsOrServesIt = noClasses()
            .that()
            .resideInAnyPackage(
                    HERE + "community..",
                    HERE + "intake..",
                    HERE + "publication..",
                    HERE + "processor..",
                    HERE + "query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HERE + "topology..", HERE + "runtime..", HERE + "command..", HERE + "http..", HERE + "table..");

    @ArchTest
    static final ArchRule whatIsToldAsItHappensShouldKnowTheTopicsAndNotTheStores = noClasses()
            .that()
            .resideInAPackage(HERE + "live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HERE + "store..",
                    HERE + "state..",
                    HERE + "query..",
                    HERE + "read..",
                    HERE + "figure..",
                    HERE + "publication..",
                    HERE + "http..");

    @ArchTest
    static final ArchRule interpretationAndPresentationShouldNotKnowKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    HERE + "week..",
                    HERE + "reference..",
                    HERE + "peoplefile..",
                    HERE + "read..",
                    HERE + "comparison..",
                    HERE + "explain..",
                    HERE + "table..",
                    HERE + "digest..",
                    HERE + "json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule httpAndExplanationsShouldKnowTheReaderAndNotTheStores = noClasses()
            .that()
            .resideInAnyPackage(HERE + "http..", HERE + "explain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HERE + "store..",
                    HERE + "query..",
                    HERE + "state..",
                    HERE + "fact..",
                    HERE + "topology..",
                    HERE + "runtime..");

    @ArchTest
    static final ArchRule onlyRuntimeShouldHoldKafkaStreams = noClasses()
            .that()
            .resideOutsideOfPackage(HERE + "runtime..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(KafkaStreams.class);

    @ArchTest
    static final ArchRule storesShouldBeReadThroughTables = noClasses()
            .that()
            .resideOutsideOfPackage(HERE + "state..")
            .should()
            .callMethodWhere(target(nameMatching("range|all|prefixScan|reverseRange|reverseAll"))
                    .and(target(With.owner(assignableTo(ReadOnlyKeyValueStore.class)))))
            .because("Kafka's iterators end silently at a block that cannot be read");

    @ArchTest
    static final ArchRule onlyHttpAndRenderersShouldKnowJson = noClasses()
            .that()
            .resideOutsideOfPackages(HERE + "http..", HERE + "json..", HERE + "digest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyTheFileOfPeopleShouldKnowYaml = noClasses()
            .that()
            .resideOutsideOfPackage(HERE + "peoplefile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule onlyHttpAndPagesShouldKnowTheServer = noClasses()
            .that()
            .resideOutsideOfPackages(HERE + "http..", HERE + "pages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..");

    @ArchTest
    static final ArchRule onlyTracingShouldKnowOpenTelemetry = noClasses()
            .that()
            .resideOutsideOfPackage(HERE + "tracing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry..");

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
                    HERE + "fact..",
                    HERE + "intake..",
                    HERE + "processor..",
                    HERE + "store..",
                    HERE + "people..",
                    HERE + "figure..",
                    HERE + "topology..",
                    HERE + "forgetting..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("dev.hallway.github..");

    @ArchTest
    static final ArchRule forgettingShouldKnowNothingOfWhatIsDerived = classes()
            .that()
            .resideInAPackage(HERE + "forgetting..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    HERE + "state..",
                    HERE + "store..",
                    HERE + "figure..",
                    HERE + "query..",
                    HERE + "read..",
                    HERE + "publication..");
}
