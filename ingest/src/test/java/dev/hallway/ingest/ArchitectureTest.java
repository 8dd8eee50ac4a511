// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.hallway.ingest.github.GitHubClient;

/** Which way the arrows point. */
@AnalyzeClasses(packages = "dev.hallway.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "dev.hallway.ingest.";
    private static final String[] BOOKKEEPING = {HERE + "page..", HERE + "held..", HERE + "ledger.."};
    private static final String[] PLAN = {
        HERE + "walk..",
        HERE + "lists..",
        HERE + "reviews..",
        HERE + "reconcile..",
        HERE + "reread..",
        HERE + "probe..",
        HERE + "lookup..",
        HERE + "cycle..",
        HERE + "cursor..",
        HERE + "report.."
    };

    @ArchTest
    static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
            slices().matching(HERE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theCycleShouldRestOnWalksAndWalksOnBookkeeping = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("bookkeeping")
            .definedBy(BOOKKEEPING)
            .layer("walks")
            .definedBy(HERE + "walk..", HERE + "lists..", HERE + "reviews..")
            .layer("checks")
            .definedBy(HERE + "reconcile..", HERE + "reread..", HERE + "probe..")
            .layer("look-ups")
            .definedBy(HERE + "lookup..")
            .layer("cycle")
            .definedBy(HERE + "cycle..", HERE + "lane..")
            .whereLayer("bookkeeping")
            .mayNotAccessAnyLayer()
            .whereLayer("walks")
            .mayOnlyAccessLayers("bookkeeping")
            .whereLayer("checks")
            .mayOnlyAccessLayers("walks", "bookkeeping")
            .whereLayer("look-ups")
            .mayOnlyAccessLayers("bookkeeping");

    @ArchTest
    static final ArchRule bookkeepingShouldAskGitHubNothing = noClasses()
            .that()
            .resideInAnyPackage(BOOKKEEPING)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(GitHubClient.class);

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
                    HERE + "page..",
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
            .resideInAnyPackage(PLAN)
            .or()
            .resideInAnyPackage(BOOKKEEPING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
