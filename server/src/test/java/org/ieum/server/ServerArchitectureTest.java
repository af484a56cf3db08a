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
import java.util.ArrayList;
import java.util.List;
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
    "gbfs, ''",
    "report, ''",
    "simulate, report",
    "api, ''",
    "journal, ''",
    "journeys, api feeds",
    "area, api journal journeys",
    "config, quantity area journeys gbfs",
    "figures, api journal",
    "http, api journal area figures",
    "demo, api",
    "command, quantity feeds gbfs report simulate api journal area config figures http demo journeys",
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

  /** What each package may use of the modules below. */
  @ParameterizedTest
  @CsvSource({
    "quantity, model",
    "feeds, model demand progress road traveltime transit osmdata.csv",
    "gbfs, model micromobility progress",
    "report, model simulation",
    "simulate, model traveltime road fleet dispatch demand simulation progress",
    "api, ''",
    "journal, progress",
    "journeys, model fare micromobility traveltime road dispatch journey transit progress",
    "area, model fare micromobility journey traveltime road fleet dispatch reoptimize reposition progress",
    "config, model fare micromobility journey road reoptimize reposition progress osmdata osmdata.clip osmdata.stops",
    "figures, ''",
    "http, model progress",
    "demo, model demand traveltime road progress",
  })
  void packagesUseOnlyTheseOfTheModulesBelow(String name, String others) {
    List<String> allowed = new ArrayList<>(List.of("org.ieum.server.."));
    for (String other : others.split(" ", -1)) {
      allowed.add("org.ieum." + other);
    }
    noClasses()
        .that()
        .resideInAPackage("org.ieum.server." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.ieum..")
                .and(resideOutsideOfPackages(allowed.toArray(new String[0]))))
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
