package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our parser and renderer, before extensions and sanitising, by the specification's examples. */
class CommonMarkSpecTest {

  private static final Dialect DIALECT = Dialect.commonMark();

  static List<Example> examples() {
    return ExampleReader.readExamples(TestResources.getSpec());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void anExampleOfTheSpecificationRendersAsItSays(Example example) {
    assertThat(DIALECT.html().build().render(DIALECT.parse(example.getSource())))
        .isEqualTo(example.getHtml().replace('→', '\t'));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void anExampleOfTheSpecificationIsSafeOnceSanitised(Example example) {
    HtmlSafety.assertSafe(Render.html(example.getSource()));
  }

  @Test
  void allOfItsExamplesAreThere() {
    assertThat(examples()).hasSize(652);
  }
}
