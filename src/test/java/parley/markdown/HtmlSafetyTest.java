package parley.markdown;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge must see what the sanitiser could miss, or its silence means nothing. */
class HtmlSafetyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>",
        "<p onclick=x>",
        "<p style='color:red'>",
        "<p id=app>",
        "<a name=x href=/>",
        "<a href=javascript:x>",
        "<a href='java\nscript:x'>",
        "<a href='\u0001javascript:x'>",
        "<a href=//evil.example>",
        "<a href='/\\evil.example'>",
        "<a href='/\t/evil.example'>",
        "<a href=docs/x.md>",
        "<a href=https://x.example>no rel</a>",
        "<a href=https://x.example class=mention rel='nofollow ugc noopener'>",
        "<a href=/ class=button>",
        "<a>",
        "<img src=data:image/png;base64,AAAA alt='' loading=lazy referrerpolicy=no-referrer>",
        "<img src=/api/topic/5 alt='' loading=lazy referrerpolicy=no-referrer>",
        "<img src=https://x.example/>",
        "<input type=text disabled>",
        "<input type=checkbox>",
        "<svg></svg>",
        "<math></math>",
        "<custom-element>",
        "<!-- words -->",
        "</div></div><p>outside",
        "<li id=fn-0123456789ab-1></li><li id=fn-0123456789ab-1></li>",
        "<code class='language-js button'>",
      })
  void unsafeHtmlIsSeen(String html) {
    assertThatThrownBy(() -> HtmlSafety.assertSafe(html)).isInstanceOf(AssertionError.class);
  }
}
