package parley.corpus;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** A tiny server that answers as it was told to, well or badly. */
final class ForumStub implements AutoCloseable {

  private record Planned(int status, String type, String body) {}

  private final Map<String, Queue<Planned>> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  ForumStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          Planned answer = answers.get(exchange.getRequestURI().getPath()).remove();
          byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", answer.type);
          if (answer.status == 429) {
            exchange.getResponseHeaders().set("Retry-After", "7");
          }
          exchange.sendResponseHeaders(answer.status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Answers to one path come in the order they were given. */
  ForumStub answer(String path, int status, String type, String body) {
    answers.computeIfAbsent(path, key -> new ArrayDeque<>()).add(new Planned(status, type, body));
    return this;
  }

  ForumStub json(String path, int status, String body) {
    return answer(path, status, "application/json", body);
  }

  ForumStub problem(String path, int status, String field, String code) {
    String body =
        """
        {"type": "/problems/x", "title": "X", "status": %d, "detail": "No.",
         "errors": [{"field": "%s", "code": "%s", "message": "No."}]}
        """;
    return answer(path, status, "application/problem+json", body.formatted(status, field, code));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
