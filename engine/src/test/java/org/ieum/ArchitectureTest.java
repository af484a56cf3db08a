package org.ieum;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ieum.fleet.FleetState;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine keeps to the package table of its design, and to the rules for hot code. */
class ArchitectureTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.ieum");

  private static final String[] HOT = {
    "org.ieum.fleet..", "org.ieum.insertion..", "org.ieum.collection..", "org.ieum.traveltime.."
  };

  private static final Pattern BOXES =
      Pattern.compile("java\\.lang\\.(Integer|Long|Double|Float|Short|Byte|Character|Boolean)");

  @ParameterizedTest
  @CsvSource({
    "model,       ''",
    "collection,  ''",
    "progress,    ''",
    "traveltime,  model collection progress",
    "road,        model traveltime collection progress",
    "fleet,       model collection traveltime",
    "insertion,   model fleet traveltime collection",
    "reoptimize,  model fleet insertion traveltime collection",
    "reposition,  model fleet traveltime collection",
    "dispatch,    model collection progress traveltime fleet insertion reoptimize reposition",
    "demand,      model traveltime",
    "fare,        model",
    "transit,     model collection progress",
    "micromobility, model collection progress traveltime fare reoptimize reposition",
    "journey,     model collection progress traveltime dispatch fare transit micromobility",
    "simulation,  model traveltime fleet dispatch reoptimize reposition demand progress fare transit micromobility journey",
  })
  void packageImportsOnlyItsRow(String name, String row) {
    List<String> allowed = new ArrayList<>(List.of("org.ieum." + name + ".."));
    for (String other : row.split(" ", -1)) {
      if (!other.isEmpty()) {
        allowed.add("org.ieum." + other + "..");
      }
    }
    noClasses()
        .that()
        .resideInAPackage("org.ieum." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.ieum..")
                .and(not(resideInAnyPackage(allowed.toArray(new String[0])))))
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void everyPackageHasItsRow() {
    Set<String> known =
        Set.of(
            "model",
            "collection",
            "progress",
            "traveltime",
            "road",
            "fleet",
            "insertion",
            "reoptimize",
            "reposition",
            "dispatch",
            "demand",
            "fare",
            "transit",
            "micromobility",
            "journey",
            "simulation");
    for (JavaClass type : ENGINE) {
      String name = type.getPackageName().substring("org.ieum.".length());
      assertTrue(known.contains(name), "no row for package " + name + " of " + type.getName());
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.ieum.(*)..").should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void onlyRoadSeesGraphHopper() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.ieum.road..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.graphhopper..")
                .and(not(resideInAPackage("com.graphhopper.jsprit.."))))
        .check(ENGINE);
  }

  @Test
  void onlyOptimisersSeeJsprit() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ieum.reoptimize..", "org.ieum.micromobility..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.graphhopper.jsprit..")
        .check(ENGINE);
  }

  @Test
  void librariesAreThoseAgreed() {
    classes()
        .that()
        .resideOutsideOfPackage("org.ieum.road..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.ieum..",
            "org.jspecify..",
            "org.slf4j..",
            "it.unimi.dsi.fastutil..",
            "com.graphhopper.jsprit..")
        .check(ENGINE);
  }

  @Test
  void timeComesFromOutside() {
    noClasses()
        .should()
        .callMethodWhere(
            calls("read a clock", "java\\.time\\..*", "now")
                .or(calls("read a clock", "java\\.time\\.Clock", "system.*"))
                .or(calls("read a clock", "java\\.lang\\.System", "currentTimeMillis")))
        .check(ENGINE);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ieum.progress..", "org.ieum.reoptimize..")
        .should()
        .callMethod(System.class, "nanoTime")
        .check(ENGINE);
    noClasses().should().callConstructor(java.util.Date.class).check(ENGINE);
  }

  @Test
  void randomnessIsSeeded() {
    noClasses()
        .should()
        .callMethodWhere(
            calls("draw without a seed", "java\\.lang\\.Math|java\\.lang\\.StrictMath", "random")
                .or(calls("draw without a seed", "java\\.util\\.UUID", "randomUUID")))
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .callConstructor(java.util.SplittableRandom.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .check(ENGINE);
  }

  /** Hash maps and sets of fastutil are only looked up; those of the JDK are not made at all. */
  @Test
  void nothingDependsOnTheOrderOfHashes() {
    noClasses()
        .should()
        .callMethodWhere(
            calls(
                    "walk through hashes",
                    "it\\.unimi\\.dsi\\.fastutil\\..*Hash.*",
                    ".*(terator|eySet|alues|ntrySet|orEach|tream|toArray|oString).*")
                .or(calls("make hashes", "java\\.util\\.(Map|Set)", "of|ofEntries|copyOf"))
                .or(calls("tell objects by chance", "java\\.lang\\.System", "identityHashCode")))
        .orShould()
        .callConstructorWhere(
            calls("make hashes", "java\\.util\\.(Identity|Weak)?Hash(Map|Set|table)", "<init>"))
        .check(ENGINE);
  }

  @Test
  void hotPackagesDoNotBox() {
    noClasses()
        .that()
        .resideInAnyPackage(HOT)
        .should()
        .callMethodWhere(calls("box", BOXES.pattern(), "valueOf"))
        .check(ENGINE);
  }

  @Test
  void hotPackagesDoNotStream() {
    noClasses()
        .that()
        .resideInAnyPackage(HOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.stream..")
        .check(ENGINE);
  }

  @Test
  void onlyDispatchWritesTheFleet() {
    noClasses()
        .that()
        .resideInAnyPackage("org.ieum.insertion..", "org.ieum.simulation..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(FleetState.class)
        .check(ENGINE);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Helpers|Utils?)").check(ENGINE);
    noClasses().should().resideInAPackage("..util..").check(ENGINE);
  }

  @Test
  void recordsHoldNoArrays() {
    classes().that().areRecords().should(HOLD_NO_ARRAYS).check(ENGINE);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> without = new TreeSet<>();
    for (JavaClass type : ENGINE) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        without.add(home.getName());
      }
    }
    assertEquals(Set.of(), without);
  }

  private static final ArchCondition<JavaClass> HOLD_NO_ARRAYS =
      new ArchCondition<>("hold no arrays") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          type.getFields().stream()
              .filter(field -> field.getRawType().isArray())
              .filter(field -> !field.getModifiers().toString().contains("STATIC"))
              .forEach(
                  field ->
                      events.add(
                          SimpleConditionEvent.violated(field, field.getFullName() + " is one")));
        }
      };

  private static DescribedPredicate<JavaAccess<?>> calls(
      String what, String ownerPattern, String namePattern) {
    Pattern owner = Pattern.compile(ownerPattern);
    Pattern name = Pattern.compile(namePattern);
    return DescribedPredicate.describe(
        what,
        access ->
            owner.matcher(access.getTargetOwner().getFullName()).matches()
                && name.matcher(access.getTarget().getName()).matches());
  }

  @Test
  void theEngineIsThere() {
    List<String> expected = Arrays.asList("model", "fleet", "insertion", "dispatch", "road");
    for (String name : expected) {
      assertTrue(ENGINE.containPackage("org.ieum." + name), name);
    }
  }
}
