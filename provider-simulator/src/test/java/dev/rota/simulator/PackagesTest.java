package dev.rota.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private static final String ROOT = "dev.rota.simulator";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void behaviourAccountAndAnswersArePure() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".behaviour", ROOT + ".account", ROOT + ".answer")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.rota.domain..",
                        ROOT + ".behaviour",
                        ROOT + ".account",
                        ROOT + ".answer")
                .check(CLASSES);
    }

    @Test
    void onlyTheHttpSideKnowsTheServer() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".scenario", ROOT + ".catalogue", ROOT + ".script", ROOT + ".behaviour")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .check(CLASSES);
    }

    @Test
    void noOtherModuleOfRotaIsNeeded() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.rota.tester..", "dev.rota.provider..", "dev.rota.discovery..")
                .check(CLASSES);
    }
}
