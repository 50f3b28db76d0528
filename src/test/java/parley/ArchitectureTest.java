package parley;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.sqlclient.Tuple;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The permitted dependencies, as docs/architecture.md describes them, and the null checks. */
@AnalyzeClasses(packages = "parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** What features stand on. */
  private static final String[] GROUND = {
    "parley.failure..",
    "parley.config..",
    "parley.store..",
    "parley.bus..",
    "parley.text..",
    "parley.paging..",
    "parley.feature.."
  };

  @ArchTest
  static final ArchRule theGroundKnowsNoFeature =
      noClasses()
          .that()
          .resideInAnyPackage(GROUND)
          .should()
          .dependOnClassesThat(resideInAPackage("parley..").and(not(resideInAnyPackage(GROUND))));

  @ArchTest
  static final ArchRule packagesKnowEachOtherInOneDirectionOnly =
      slices().matching("parley.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodyKnowsWhoPutsThemTogether =
      noClasses()
          .that()
          .resideInAPackage("parley.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("parley");

  @ArchTest
  static final ArchRule rulesRowsAndEventsKnowNothingOfHttp =
      noClasses()
          .that()
          .haveNameMatching(".*(Service|Repository|Policy|Events|Rules)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.ext.web..", "io.vertx.core.http..", "parley.http..");

  /** The outbox, claims and the one-time tokens are repositories with another name. */
  @ArchTest
  static final ArchRule onlyRepositoriesGiveStatementsTheirParameters =
      noClasses()
          .that()
          .haveNameNotMatching(".*(Repository|Outbox|Claims|OneTimeTokens|TimedQuery)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Tuple.class);

  @ArchTest
  static final ArchRule aRepositoryIsItsFeaturesOwn =
      classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();

  /** What is no HTTP at all reaches no handler; InvalidRequests answers it. */
  @ArchTest
  static final ArchRule onlyTheProblemHandlerMakesProblems =
      classes()
          .that()
          .haveFullyQualifiedName("parley.http.Problem")
          .should()
          .onlyHaveDependentClassesThat()
          .haveNameMatching("parley\\.http\\.(Problem(Handler)?|InvalidRequests)(\\$.*)?");

  /** The compiler keeps such a table for every switch over an enumeration. */
  @ArchTest
  static final ArchRule onlyTheProblemHandlerTellsKindsOfRefusalsApart =
      fields()
          .that()
          .haveName("$SwitchMap$parley$failure$ForumException$Kind")
          .should()
          .beDeclaredInClassesThat()
          .haveNameMatching("parley\\.http\\.ProblemHandler.*");

  /** GreenMail's messages have no others. */
  @ArchTest
  static final ArchRule timesAreThoseOfJavaTime =
      noClasses()
          .that()
          .haveNameNotMatching("parley\\.mail\\.dev\\.MimeReading")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Date.class);

  @ArchTest
  static final ArchRule onlyCommandsPrint =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Command")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static void everyPackageIsCheckedForNull(JavaClasses classes) {
    var unmarked =
        classes.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unmarked, "package-info.java needs @NullMarked");
  }
}
