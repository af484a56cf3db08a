package org.ieum.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use whom in this module. */
final class ServerArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.ieum.server");

  @Test
  void noCycles() {
    assertTrue(CLASSES.size() > 20);
    slices().matching("org.ieum.server.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** What each package may use of this module, beside itself. */
  @ParameterizedTest
  @CsvSource({
    "quantity, ''",
    "feeds, quantity",
    "report, ''",
    "command, quantity feeds report",
  })
  void packagesUseOnlyTheseOfTheModule(String name, String others) {
    String[] allowed = (name + " " + others).strip().split(" +");
    for (int i = 0; i < allowed.length; i++) {
      allowed[i] = "org.ieum.server." + allowed[i] + "..";
    }
    noClasses()
        .that()
        .resideInAPackage("org.ieum.server." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.ieum.server..").and(resideOutsideOfPackages(allowed)))
        .check(CLASSES);
  }

  @Test
  void quantitiesAndReportsKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage("org.ieum.server.quantity..", "org.ieum.server.report..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.ieum..").and(resideOutsideOfPackages("org.ieum.server..")))
        .check(CLASSES);
  }

  @Test
  void feedsMakeRecordsOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.ieum.server.feeds..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.ieum..")
                .and(
                    resideOutsideOfPackages(
                        "org.ieum.server..",
                        "org.ieum.model..",
                        "org.ieum.demand..",
                        "org.ieum.progress..",
                        "org.ieum.osmdata.csv..")))
        .check(CLASSES);
  }

  @Test
  void onlyCommandsKnowTheCommandLineAndTheLogger() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.ieum.server.command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "ch.qos.logback..")
        .check(CLASSES);
  }

  @Test
  void librariesOfTheModulesBelowStayThere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.graphhopper..", "org.openstreetmap..")
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
    classes().that().belongToAnyOf(Main.class).should().bePublic().check(CLASSES);
  }
}
