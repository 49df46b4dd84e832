package io.makerbench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The house plan as rules; docs/decisions says why each holds. */
@AnalyzeClasses(packages = "io.makerbench", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  /** Rooms from the ground up: each may be used by those after it. */
  private static final List<String> ROOMS =
      List.of(
          "random",
          "storage",
          "config",
          "book",
          "tape",
          "flow",
          "venue",
          "env",
          "policy",
          "system",
          "learn",
          "evaluate",
          "report",
          "experiment",
          "oracle",
          "bench",
          "check");

  /** Doors to the experiments; none uses another. */
  private static final List<String> DOORS = List.of("cli", "workbench");

  @ArchTest
  static final ArchRule DOORS_OPEN_ONE_WAY =
      noClasses()
          .should(new DependOnARoomAbove())
          .because("random, config → book → tape → … → experiment → cli, workbench");

  @ArchTest
  static final ArchRule ONLY_THE_WINDOW_KNOWS_JAVAFX =
      noClasses()
          .that(resideOutsideOfPackages("io.makerbench.workbench.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "javafx..", "io.fair_acc..", "org.controlsfx..", "atlantafx..", "org.kordamp.."))
          .because("everything but the window works without a display");

  @ArchTest
  static final ArchRule ONLY_LEARN_KNOWS_TENSORS =
      noClasses()
          .that(resideOutsideOfPackages("io.makerbench.learn.."))
          .should()
          .dependOnClassesThat(resideInAPackage("ai.djl.."))
          .because("another engine may stand behind the same door");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_DOES_NOT_KNOW_THE_WINDOW =
      noClasses()
          .that(resideInAPackage("io.makerbench.cli.."))
          .should()
          .dependOnClassesThat(resideInAPackage("io.makerbench.workbench.."))
          .because("the same work runs where there is no display; the launcher joins them");

  @ArchTest
  static final ArchRule SYSTEMS_DO_NOT_KNOW_EACH_OTHER =
      SlicesRuleDefinition.slices()
          .matching("io.makerbench.system.(*)..")
          .should()
          .notDependOnEachOther()
          .because("a new simulator changes no other room");

  @ArchTest
  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices().matching("io.makerbench.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_AMONG_LEARNERS =
      SlicesRuleDefinition.slices()
          .assignedFrom(new PackagesOf("io.makerbench.learn"))
          .should()
          .beFreeOfCycles()
          .because("tensors, net → engines, acting → learn → dqn, ppo, cloning, file");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)$")
          .because("such a name says nothing");

  @ArchTest
  static final ArchRule JACKSON_IS_THREE_ALONE =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."))
          .because("Jackson 2 and 3 must not be mixed");

  @ArchTest
  static final ArchRule RANDOM_NUMBERS_COME_FROM_STREAMS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.Random|java\\.util\\.concurrent\\.ThreadLocalRandom")
          .because("the same seed must give the same bytes");

  @ArchTest
  static final ArchRule EVERY_CLASS_HAS_A_ROOM =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.of(ROOMS, DOORS, List.of("."))
                  .flatMap(List::stream)
                  .map(room -> room.equals(".") ? "io.makerbench" : "io.makerbench." + room + "..")
                  .toArray(String[]::new));

  /** A dependency on a room that stands above one's own. */
  private static final class DependOnARoomAbove extends ArchCondition<JavaClass> {
    DependOnARoomAbove() {
      super("depend on a room above their own");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      int own = floor(item.getPackageName());
      item.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> own >= 0)
          .filter(d -> floor(d.getTargetClass().getPackageName()) > own)
          .forEach(d -> events.add(SimpleConditionEvent.satisfied(item, d.getDescription())));
    }

    private static int floor(String packageName) {
      List<String> all = new ArrayList<>(ROOMS);
      Collections.addAll(all, "doors");
      return IntStream.range(0, all.size())
          .filter(i -> within(packageName, all.get(i)))
          .findFirst()
          .orElse(-1);
    }

    private static boolean within(String packageName, String room) {
      return room.equals("doors")
          ? DOORS.stream().anyMatch(door -> within(packageName, door))
          : packageName.equals("io.makerbench." + room)
              || packageName.startsWith("io.makerbench." + room + ".");
    }
  }

  /** Every package of a room by itself, that of the room's doors too. */
  private record PackagesOf(String room) implements SliceAssignment {
    @Override
    public String getDescription() {
      return "packages of " + room;
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass item) {
      String name = item.getPackageName();
      return name.startsWith(room) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }
  }
}
