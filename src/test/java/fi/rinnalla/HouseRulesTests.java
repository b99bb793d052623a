package fi.rinnalla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.transaction.event.TransactionalEventListener;

/// The three rules that javac and Modulith can't keep. Each was tried against a deliberate
/// violation when it was written: a controller outside `web`, an `Instant.now()`, an event with an
/// address.
@AnalyzeClasses(packages = "fi.rinnalla", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {
  private static final Set<String> MAY_TRAVEL = Set.of("Instant", "LocalDate");

  @ArchTest
  static final ArchRule onlyWebPackagesKnowTheWeb =
      noClasses()
          .that()
          .resideOutsideOfPackages("..web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..", "org.springframework.ui..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule timeIsGiven =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(House.class.getName())
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule eventsCarryIdsOnly =
      methods()
          .that()
          .areAnnotatedWith(TransactionalEventListener.class)
          .should(
              new ArchCondition<JavaMethod>("take a record of ids, instants and enums") {
                @Override
                public void check(JavaMethod listener, ConditionEvents found) {
                  JavaClass event = listener.getRawParameterTypes().getFirst();
                  for (JavaField field : event.getFields()) {
                    if (!field.getModifiers().contains(JavaModifier.STATIC)
                        && !mayTravel(field.getRawType())) {
                      found.add(
                          SimpleConditionEvent.violated(
                              listener, event.getName() + " carries " + field.getName()));
                    }
                  }
                }
              });

  private static boolean mayTravel(JavaClass type) {
    return type.getSimpleName().endsWith("Id")
        || type.isEnum()
        || MAY_TRAVEL.contains(type.getSimpleName());
  }
}
