package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.limit.LimitedForum.PER_ACCOUNT;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.multipart.MultipartForm;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.config.Section;

class MemberLimitsIT {

  private static LimitedForum limited;

  private final Client member = limited.anywhere().register(Forum.unique("busy"));

  @BeforeAll
  static void start() {
    limited = new LimitedForum();
  }

  @AfterAll
  static void stop() {
    limited.close();
  }

  @Test
  void postingIsLimited() {
    var topic = member.topic("The first", "counts");
    member.reply(topic.getLong("id"), "counts too");
    var reply = new JsonObject().put("topicId", topic.getLong("id")).put("content", "too many");
    assertThat(member.post("/api/reply/add", reply).expectProblem(429).header("retry-after"))
        .isNotNull();
    limited.anywhere().register(Forum.unique("calm")).reply(topic.getLong("id"), "of another");
  }

  @Test
  void previewingIsLimited() {
    var content = new JsonObject().put("content", "*text*");
    for (var i = 0; i < PER_ACCOUNT; i++) {
      member.post("/api/markdown/preview", content).expect(200);
    }
    assertThat(
            member.post("/api/markdown/preview", content).expectProblem(429).header("retry-after"))
        .isNotNull();
  }

  @Test
  void uploadingIsLimited() {
    var answers = IntStream.rangeClosed(0, PER_ACCOUNT).mapToObj(i -> upload()).toList();
    assertThat(answers.subList(0, PER_ACCOUNT)).doesNotContain(429);
    assertThat(answers.get(PER_ACCOUNT)).isEqualTo(429);
  }

  @Test
  void nothingIsLimitedWhereLimitsAreOff() {
    var shared = Forum.shared();
    var login = new JsonObject().put("username", Forum.unique("off")).put("password", "wrong");
    var signIn = shared.settings().section(new Section<>("limits.signIn", Limit.class));
    for (var i = 0; i <= signIn.perNetwork(); i++) {
      shared.guest().post("/api/login", login).expectProblem(401);
    }
  }

  private int upload() {
    var form =
        MultipartForm.create()
            .binaryFileUpload("image", "a.png", Buffer.buffer("no picture"), "image/png");
    return member
        .request(HttpMethod.POST, "/api/image/add")
        .sendMultipartForm(form)
        .await()
        .statusCode();
  }
}
