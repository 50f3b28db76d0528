package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.Forum;

/** A real nginx in front of a forum, with the site as it is shipped. */
public final class Nginx implements AutoCloseable {

  private static Nginx shared;

  private final Forum forum;
  private final Site site;
  private final Process process;
  private final int port;
  private final WebClient web;

  private Nginx(Forum forum, Site site, int port, boolean encrypted) {
    this.forum = forum;
    this.site = site;
    this.port = port;
    this.process = run(site.mainFile());
    this.web =
        WebClient.create(
            forum.vertx(),
            new WebClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setSsl(encrypted)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setUseAlpn(encrypted)
                .setProtocolVersion(encrypted ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1)
                .setFollowRedirects(false));
    await().until(() -> !process.isAlive() || listens());
    assertThat(process.isAlive()).as(site.errors()).isTrue();
  }

  /** Before the forum that most tests use, over HTTP. */
  public static synchronized Nginx shared() {
    if (shared == null) {
      shared = before(Forum.shared(), Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /**
   * Over HTTP. Close it.
   *
   * @param changes what to write in the site's files instead of what
   */
  static Nginx before(Forum forum, Map<String, String> changes) {
    var site = Site.write("parley.conf", forum, changes);
    return new Nginx(forum, site, site.port(), false);
  }

  /** Over HTTPS, with a certificate of its own. Close it. */
  static Nginx encrypted(Forum forum) {
    var site = Site.write("parley-tls.conf", forum, Map.of());
    return new Nginx(forum, site, site.encryptedPort(), true);
  }

  private static Process run(Path mainFile) {
    var command =
        List.of("nginx", "-p", mainFile.getParent().toString(), "-c", mainFile.toString());
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new IllegalStateException("nginx is missing: apt-get install nginx-light", e);
    }
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** Its folder, with the logs and the challenges of certificates. */
  Site site() {
    return site;
  }

  Forum forum() {
    return forum;
  }

  public HttpRequest<Buffer> request(HttpMethod method, String path) {
    return web.request(method, path);
  }

  /**
   * @param headers names and values in turn
   */
  HttpResponse<Buffer> get(String path, String... headers) {
    var request = request(HttpMethod.GET, path);
    for (var i = 0; i < headers.length; i += 2) {
      request.putHeader(headers[i], headers[i + 1]);
    }
    return request.send().await();
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    web.close();
    process.destroy();
    process.onExit().join();
  }
}
