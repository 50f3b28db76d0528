package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class RoomIT {

  private final Forum forum = Forum.shared();
  private final Client one = forum.member();
  private final Client other = forum.member();

  @Test
  void theRoomOfTwoIsMadeOnceAndIsTheSameForBoth() {
    var made = one.post("/api/chat/new", Chats.with(other.id())).expect(201).json();
    assertThat(made.getJsonObject("contact").getLong("id")).isEqualTo(other.id());

    var again = one.post("/api/chat/new", Chats.with(other.id())).expect(200).json();
    assertThat(again).isEqualTo(made);
    var reverse = other.post("/api/chat/new", Chats.with(one.id())).expect(200).json();
    assertThat(reverse.getString("roomId")).isEqualTo(made.getString("roomId"));
    assertThat(reverse.getJsonObject("contact").getLong("id")).isEqualTo(one.id());
  }

  @Test
  void nobodyHasARoomWithThemselves() {
    one.post("/api/chat/new", Chats.with(one.id())).expectProblem(422, "userId:oneself");
  }

  @Test
  void nobodyHasARoomWithNobody() {
    one.post("/api/chat/new", Chats.with(987_654_321)).expectProblem(404);
    one.post("/api/chat/new", new JsonObject()).expectProblem(422, "userId:required");
    one.post("/api/chat/new", Chats.with(0)).expectProblem(422, "userId:invalid");
  }

  @Test
  void guestsDoNotChat() {
    forum.guest().post("/api/chat/new", Chats.with(one.id())).expectProblem(401);
    forum.guest().post("/api/chat/contacts").expectProblem(401);
  }

  @Test
  void twoWhoOpenItAtTheSameInstantGetOneRoom() {
    var requests =
        IntStream.range(0, 20)
            .mapToObj(n -> n % 2 == 0 ? open(one, other) : open(other, one))
            .toList();
    var answers = Future.all(requests).await().<HttpResponse<Buffer>>list();
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers)
        .extracting(answer -> answer.bodyAsJsonObject().getString("roomId"))
        .containsOnly(answers.get(0).bodyAsJsonObject().getString("roomId"));
  }

  private static Future<HttpResponse<Buffer>> open(Client who, Client with) {
    return who.request(HttpMethod.POST, "/api/chat/new").sendJsonObject(Chats.with(with.id()));
  }
}
