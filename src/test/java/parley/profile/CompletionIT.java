package parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class CompletionIT {

  private final Forum forum = Forum.shared();
  private final Client member = forum.member();

  @Test
  void namesThatBeginSoAreFoundInTheirOrder() {
    var start = Forum.unique("start");
    List.of("c", "a", "b").forEach(end -> forum.guest().register(start + end));
    forum.guest().register("not" + start);
    assertThat(names(start)).containsExactly(start + "a", start + "b", start + "c");
    assertThat(names(start + "b")).containsExactly(start + "b");
    assertThat(names(start + "x")).isEmpty();
  }

  @Test
  void atMostTenAreFound() {
    var start = Forum.unique("many");
    for (var n = 0; n < 12; n++) {
      forum.guest().register(start + (char) ('a' + n));
    }
    assertThat(names(start)).hasSize(10).first().isEqualTo(start + "a");
  }

  @Test
  void caseAndWidthDoNotMatter() {
    var name = Forum.unique("Änne");
    forum.guest().register(name);
    assertThat(names(name.toUpperCase())).containsExactly(name);
    assertThat(names("Ａ" + "\u0308" + name.substring(1))).as("full width").containsExactly(name);
    assertThat(names("  " + name + " ")).as("with space around").containsExactly(name);
  }

  @Test
  void whatMeansSomethingToTheDatabaseIsLiteral() {
    var start = Forum.unique("wild");
    forum.guest().register(start + "_y");
    forum.guest().register(start + "xy");
    assertThat(names(start + "_")).containsExactly(start + "_y");
    assertThat(names(start + "%")).isEmpty();
    assertThat(names(start + "!")).isEmpty();
    assertThat(names("%")).isEmpty();
    assertThat(names("!_")).isEmpty();
    assertThat(names("\\")).isEmpty();
    assertThat(names("%41" + start)).as("decoded once").isEmpty();
  }

  @Test
  void ofNothingNobodyIsFound() {
    assertThat(names("")).isEmpty();
    assertThat(names("   ")).isEmpty();
    assertThat(names("x".repeat(3000))).isEmpty();
    assertThat(names("nul\u0000")).isEmpty();
  }

  @Test
  void whatIsShownIsPublic() {
    var found =
        member.get("/api/users?prefix=" + encoded(member.username())).expect(200).items().get(0);
    assertThat(found.fieldNames()).containsExactlyInAnyOrder("id", "username", "image");
    assertThat(found.getLong("id")).isEqualTo(member.id());
  }

  @Test
  void aPrefixMustBeGivenByAMember() {
    member.get("/api/users").expectProblem(422, "prefix:required");
    forum.guest().get("/api/users?prefix=a").expectProblem(401);
  }

  private List<String> names(String prefix) {
    return member.get("/api/users?prefix=" + encoded(prefix)).expect(200).items().stream()
        .map(found -> found.getString("username"))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
