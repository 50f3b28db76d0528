package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFilesTest {

  private static final List<String> PAGES =
      List.of("/|/topic/\\d+|/new", "/board/[^/]+", "/login", "/user/\\d+", "/(settings|chat)/.+");

  private static final String INDEX = "<!doctype html><title>The client</title>";

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final WebClient web = WebClient.create(vertx);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    file("conf/secret.yaml", "secret");
    file("webroot/index.html", INDEX);
    file("webroot/index.html.gz", "as gzip");
    file("webroot/index.html.br", "as brotli");
    file("webroot/assets/app-1a2b.js", "let a");
    file("webroot/assets/app-1a2b.js.gz", "as gzip");
    file("webroot/.env", "secret");
    file("webroot/.git/config", "secret");
    file("webroot/.well-known/security.txt", "Contact: someone");
    var router = Router.router(vertx);
    router.route().handler(ClientFiles.of(folder.resolve("webroot"), PAGES));
    ProblemHandler.install(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private void file(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/board/news",
        "/topic/7",
        "/topic/7?page=2",
        "/new",
        "/login",
        "/user/7",
        "/settings/sessions",
        "/chat/0f8fad5b-d9cb-469f-a165-70867728950e"
      })
  void everyPageOfTheClientIsItsIndex(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsString()).isEqualTo(INDEX);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-cache");
  }

  @Test
  void aBrowserOnAnUnknownPageGetsTheClientWithStatus404() {
    var answer = get("/nothing", "accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.bodyAsString()).isEqualTo(INDEX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "image/png"})
  void anybodyElseGetsAProblem(String accept) {
    var answer = get("/nothing", "accept", accept);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.getHeader("content-type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../conf/secret.yaml",
        "/%2e%2e/conf/secret.yaml",
        "/..%2fconf/secret.yaml",
        "/assets/../../conf/secret.yaml",
        "/assets/..%5c..%5cconf%5csecret.yaml",
        "//../conf/secret.yaml",
        "/.env",
        "/%2eenv",
        "/.git/config",
        "/assets/",
        "/assets"
      })
  void nothingElseOfTheDiskIsServed(String path) {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whatOtherSitesLookForIsServedThoughHidden() {
    assertThat(get("/.well-known/security.txt").bodyAsString()).isEqualTo("Contact: someone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "gzip, deflate, br | br   | as brotli",
        "gzip              | gzip | as gzip",
        "br;q=0, gzip      | gzip | as gzip",
        "GZIP;q=0.5        | gzip | as gzip",
        "vibrant           | -    | <!doctype html><title>The client</title>",
        "gzip;q=0          | -    | <!doctype html><title>The client</title>",
        "identity          | -    | <!doctype html><title>The client</title>"
      })
  void thePrecompressedFormIsSentThatTheClientTakes(String offer, String coding, String body) {
    var answer = get("/", "accept-encoding", offer);
    assertThat(answer.getHeader("content-encoding")).isEqualTo(coding);
    assertThat(answer.bodyAsString()).isEqualTo(body);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.getHeader("vary")).isEqualTo("accept-encoding");
  }

  @Test
  void everyFormHasAnEntityTagOfItsOwnAndIsNotSentTwice() {
    var plain = get("/").getHeader("etag");
    var brotli = get("/", "accept-encoding", "br").getHeader("etag");
    assertThat(plain).matches("\"[0-9a-f]{24}\"").isNotEqualTo(brotli);

    var again = get("/", "if-none-match", "\"other\", " + plain);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isNull();
    assertThat(again.getHeader("etag")).isEqualTo(plain);
    assertThat(get("/", "if-none-match", brotli).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyWhatIsNamedAfterItsContentIsKeptForEver() {
    assertThat(get("/assets/app-1a2b.js").getHeader("cache-control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(get("/assets/app-1a2b.js").getHeader("content-type"))
        .isEqualTo("text/javascript;charset=utf-8");
    assertThat(get("/index.html").getHeader("cache-control")).isEqualTo("no-cache");
    assertThat(get("/.well-known/security.txt").getHeader("cache-control")).isEqualTo("no-cache");
  }

  @Test
  void aFileThatWentAwaySinceTheStartIsAProblemInPlainText() throws IOException {
    Files.delete(folder.resolve("webroot/assets/app-1a2b.js.gz"));
    var answer = get("/assets/app-1a2b.js", "accept-encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.getHeader("content-encoding")).isNull();
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-store");
    assertThat(answer.bodyAsJsonObject().getString("type")).isEqualTo("/problems/internal");
  }

  private HttpResponse<Buffer> get(String path, String... header) {
    var request = web.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", path);
    if (header.length > 0) {
      request.putHeader(header[0], header[1]);
    }
    return request.send().await();
  }
}
