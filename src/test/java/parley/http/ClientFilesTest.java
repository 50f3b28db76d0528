package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

class ClientFilesTest {

  private static final List<String> PLAIN = List.of("/|/new", "/login", "/(settings|chat)/.+");

  private static final String INDEX =
      "<!doctype html><html lang=\"en\"><title>The client</title></html>";
  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><title>Ours</title>"
          + "<meta name=\"description\" content=\"Welcome\" /></html>";

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final WebClient web = WebClient.create(vertx);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    file("conf/secret.yaml", "secret");
    file("webroot/index.html", INDEX);
    file("webroot/index.html.gz", "of no page");
    file("webroot/index.html.br", "of no page");
    file("webroot/assets/app-1a2b.js", "let a");
    file("webroot/assets/app-1a2b.js.gz", "as gzip");
    file("webroot/assets/app-1a2b.js.br", "as brotli");
    file("webroot/.env", "secret");
    file("webroot/.git/config", "secret");
    file("webroot/.well-known/security.txt", "Contact: someone");
    var router = Router.router(vertx);
    var pages =
        new ClientPages(
            PLAIN,
            List.of(ClientPage.numbered("/topic/(\\d+)", (viewer, id) -> topic(id))),
            () -> Future.succeededFuture(null), // nobody looks at it here
            ctx -> Future.succeededFuture(null),
            "Ours",
            "Welcome");
    router.route().handler(ClientFiles.of(folder.resolve("webroot"), pages));
    ProblemHandler.install(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private static Future<Optional<PageHead>> topic(long id) {
    return switch ((int) id) {
      case 7 -> Future.succeededFuture(Optional.of(new PageHead("A & <B>", "\"Words\" $1")));
      case 8 -> Future.failedFuture(ForumException.notFound("topic"));
      case 9 -> Future.failedFuture(ForumException.of(Kind.UNAVAILABLE, "The store is down."));
      default -> Future.succeededFuture(Optional.empty());
    };
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
        "/?page=2",
        "/new",
        "/login",
        "/settings/sessions",
        "/chat/0f8fad5b-d9cb-469f-a165-70867728950e"
      })
  void everyPageOfTheClientIsItsIndex(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsString()).isEqualTo(PAGE);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-cache");
  }

  @Test
  void aBrowserOnAnUnknownPageGetsTheClientWithStatus404() {
    var answer = get("/nothing", "accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.bodyAsString()).isEqualTo(PAGE);
  }

  @Test
  void aPageAboutOneThingSaysWhatItIsAbout() {
    var answer = get("/topic/7?page=2");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsString())
        .contains("<title>A &amp; &lt;B&gt; · Ours</title>")
        .contains("<meta name=\"description\" content=\"&quot;Words&quot; $1\" />");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/topic/8", "/topic/99", "/topic/99999999999999999999999"})
  void aPageAboutNothingHasStatus404WhateverIsAccepted(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.bodyAsString()).isEqualTo(PAGE);
    var etag = answer.getHeader("etag");
    assertThat(get(path, "if-none-match", etag).statusCode()).isEqualTo(404);
  }

  @Test
  void whereAStoreIsDownThePageIsSentAllTheSame() {
    var answer = get("/topic/9");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsString()).isEqualTo(PAGE);
  }

  @Test
  void aPageIsInTheReadersLanguage() {
    var answer = get("/", "accept-language", "zh-TW, en;q=0.5");
    assertThat(answer.bodyAsString()).startsWith("<!doctype html><html lang=\"zh-CN\">");
    assertThat(answer.getHeader("vary")).isEqualTo("accept-encoding, accept-language");
  }

  @Test
  void aPageIsNotSentTwice() {
    var first = get("/topic/7");
    var etag = first.getHeader("etag");
    assertThat(get("/topic/7", "if-none-match", etag).statusCode()).isEqualTo(304);
    assertThat(get("/", "if-none-match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void aPageIsOnlyRead() {
    var answer =
        web.request(HttpMethod.PUT, server.actualPort(), "127.0.0.1", "/topic/7").send().await();
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.getHeader("allow")).isEqualTo("GET, HEAD");
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
        "vibrant           | -    | let a",
        "gzip;q=0          | -    | let a",
        "identity          | -    | let a"
      })
  void thePrecompressedFormIsSentThatTheClientTakes(String offer, String coding, String body) {
    var answer = get("/assets/app-1a2b.js", "accept-encoding", offer);
    assertThat(answer.getHeader("content-encoding")).isEqualTo(coding);
    assertThat(answer.bodyAsString()).isEqualTo(body);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/javascript;charset=utf-8");
    assertThat(answer.getHeader("vary")).isEqualTo("accept-encoding");
  }

  @Test
  void everyFormHasAnEntityTagOfItsOwnAndIsNotSentTwice() {
    var plain = get("/assets/app-1a2b.js").getHeader("etag");
    var brotli = get("/assets/app-1a2b.js", "accept-encoding", "br").getHeader("etag");
    assertThat(plain).matches("\"[0-9a-f]{24}\"").isNotEqualTo(brotli);

    var again = get("/assets/app-1a2b.js", "if-none-match", "\"other\", " + plain);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isNull();
    assertThat(again.getHeader("etag")).isEqualTo(plain);
    assertThat(get("/assets/app-1a2b.js", "if-none-match", brotli).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyWhatIsNamedAfterItsContentIsKeptForEver() {
    assertThat(get("/assets/app-1a2b.js").getHeader("cache-control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(get("/assets/app-1a2b.js").getHeader("content-type"))
        .isEqualTo("text/javascript;charset=utf-8");
    assertThat(get("/").getHeader("cache-control")).isEqualTo("no-cache");
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
