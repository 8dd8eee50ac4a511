// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The contracts carry no logic, and ask nothing of those who use them. */
@AnalyzeClasses(packages = "dev.hallway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule contractsShouldNeedOnlyKafkasClientsAndAvro = classes()
            .that()
            .resideInAPackage("dev.hallway..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hallway.contract..",
                    "dev.hallway.github..",
                    "dev.hallway.health..",
                    "dev.hallway.people..",
                    "io.confluent.kafka.serializers..",
                    "org.apache.avro..",
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.common..",
                    "org.jspecify.annotations..",
                    "org.slf4j..",
                    "java..");

    @ArchTest
    static final ArchRule recordsShouldNotKnowTheirTopics = noClasses()
            .that()
            .resideInAnyPackage("dev.hallway.github..", "dev.hallway.health..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hallway.contract..");
}
