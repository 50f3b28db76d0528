package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;
import parley.member.Role;

/** A name that was given up rests; a name that looks like one of staff is refused. */
class FreedNameIT {

  private static final String TAKEN = "username:taken";

  private final Forum forum = Forum.shared();

  @Test
  void nobodyElseTakesANameThatWasGivenUp() {
    var member = forum.member();
    var other = forum.member();
    rename(member, Forum.unique("renamed")).expect(200);
    for (var same : List.of(member.username(), member.username().toUpperCase())) {
      register(forum.guest(), form(same, Forum.unique("x") + "@example.org", Client.PASSWORD))
          .expectProblem(422, TAKEN);
      rename(other, same).expectProblem(422, TAKEN);
    }
  }

  @Test
  void theOwnerMayTakeItBackAndThenTheOtherRests() {
    var member = forum.member();
    var between = Forum.unique("between");
    rename(member, between).expect(200);
    rename(member, member.username()).expect(200);
    rename(forum.member(), between).expectProblem(422, TAKEN);
    assertThat(names(member)).containsExactly(between.toLowerCase());
  }

  @Test
  void afterItsRestANameIsFree() {
    var member = forum.member();
    rename(member, Forum.unique("renamed")).expect(200);
    forum.sql(
        "UPDATE freed_name SET freed_at = TIMESTAMPADD(DAY, -91, freed_at) WHERE member_id = ?",
        member.id());
    var other = forum.member();
    rename(other, member.username()).expect(200);
    rename(member, member.username()).expectProblem(422, TAKEN);
    forum.run(Accounts.LAPSE);
    assertThat(names(member)).isEmpty();
    assertThat(names(other)).containsExactly(other.username().toLowerCase());
  }

  @Test
  void anotherSpellingFreesNothing() {
    var member = forum.member();
    rename(member, member.username().toUpperCase()).expect(200);
    assertThat(names(member)).isEmpty();
  }

  @RepeatedTest(10)
  void whoeverRegistersWhileANameIsGivenUpDoesNotGetIt() {
    var member = forum.member();
    var other = forum.member();
    var email = Forum.unique("fast") + "@example.org";
    var answers =
        Together.send(
            () -> rename(member, Forum.unique("renamed")),
            () -> register(forum.guest(), form(member.username(), email, Client.PASSWORD)));
    answers.get(0).expect(200);
    answers.get(1).expectProblem(422, TAKEN);
    answers =
        Together.send(
            () -> rename(member, member.username()), () -> rename(other, member.username()));
    answers.get(0).expect(200);
    answers.get(1).expectProblem(422, TAKEN);
  }

  @Test
  void restIsASetting() {
    try (var other = Forum.with(Map.of("PARLEY_ACCOUNT_NAME_REST_DAYS", "0"))) {
      var member = other.member();
      rename(member, Forum.unique("renamed")).expect(200);
      rename(other.member(), member.username()).expect(200);
    }
  }

  @Test
  void aNameThatLooksLikeThatOfStaffIsRefused() {
    var staff = forum.guest().register(Forum.unique("Marlo"));
    forum.sql("UPDATE member SET role = ? WHERE id = ?", Role.MODERATOR.word(), staff.id());
    var member = forum.member();
    for (var alike :
        List.of(
            staff.username().replace('a', 'а'), // Cyrillic
            staff.username().replace('o', 'ο'), // Greek
            staff.username().replace('l', 'I'),
            staff.username().replace('l', '1'))) {
      rename(member, alike).expectProblem(422, "username:looks_like_staff");
      register(forum.guest(), form(alike, Forum.unique("x") + "@example.org", Client.PASSWORD))
          .expectProblem(422, "username:looks_like_staff");
    }
    rename(staff, staff.username().replace('l', 'I')).expect(200);
    rename(member, staff.username() + "x").expect(200);
  }

  @Test
  void aNameThatLooksLikeThatOfAnyMemberIsNot() {
    var other = forum.guest().register(Forum.unique("Carlo"));
    rename(forum.member(), other.username().replace('a', 'а')).expect(200);
  }

  private static Response rename(Client client, String name) {
    return client.post("/api/setting/profile", new JsonObject().put("username", name));
  }

  private List<String> names(Client member) {
    return forum
        .sql("SELECT username_key FROM freed_name WHERE member_id = ?", member.id())
        .stream()
        .map(row -> row.getString("username_key"))
        .toList();
  }
}
