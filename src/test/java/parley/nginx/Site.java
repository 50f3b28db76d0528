package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SelfSignedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import parley.Forum;

/**
 * The files of {@code conf/nginx} in a folder of a test's own, with this machine's paths and ports
 * in the place of a server's.
 *
 * @param folder also has the logs, the client's files and the challenges of certificates
 */
record Site(Path folder, int port, int encryptedPort) {

  /** What is in the client's files of the tests. */
  static final String ASSET = "/assets/app-1a2b3c.js";

  private static final Path SHIPPED = Path.of("conf/nginx");
  private static final Path WEBROOT = Path.of("src/test/resources/webroot");

  /**
   * What nginx stands before.
   *
   * @param data the forum's folder
   */
  record Backend(int port, int bridgePort, Path data) {
    static Backend of(Forum forum) {
      return new Backend(forum.port(), forum.bridgePort(), forum.config().data());
    }
  }

  static Site write(String name, Forum forum, Map<String, String> changes) {
    return write(name, Backend.of(forum), changes, "");
  }

  /**
   * @param events what nginx is told of its connections
   */
  static Site write(String name, Backend backend, Map<String, String> changes, String events) {
    try {
      var parent = Files.createDirectories(Path.of("target/it"));
      var folder = Files.createTempDirectory(parent, "nginx").toAbsolutePath();
      var site = new Site(folder, Nginx.freePort(), Nginx.freePort());
      site.copyShipped(site.changes(backend, changes));
      site.copyWebroot();
      site.writeMain(name, events);
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> changes(Backend backend, Map<String, String> own) {
    var certificate = SelfSignedCertificate.create("localhost");
    var all = new LinkedHashMap<String, String>();
    all.put("/opt/parley/current/conf/nginx", folder.toString());
    all.put("/opt/parley/current/webroot", webroot().toString());
    all.put("/var/lib/parley", backend.data().toString());
    all.put("/var/www/parley-acme", folder.resolve("acme").toString());
    all.put("/var/log/nginx", folder.toString());
    all.put("/etc/letsencrypt/live/forum.example.org/fullchain.pem", certificate.certificatePath());
    all.put("/etc/letsencrypt/live/forum.example.org/privkey.pem", certificate.privateKeyPath());
    all.put("127.0.0.1:8080", "127.0.0.1:" + backend.port());
    all.put("127.0.0.1:8081", "127.0.0.1:" + backend.bridgePort());
    all.put("listen 80;", "listen 127.0.0.1:" + port + ";");
    all.put("listen [::]:80;", "");
    all.put("listen 443 ", "listen 127.0.0.1:" + encryptedPort + " ");
    all.put("listen [::]:443 ssl http2;", "");
    all.put("server_name forum.example.org;", "server_name localhost;");
    all.putAll(own);
    return all;
  }

  /** Each change must find what it changes, or the test would test something else. */
  private void copyShipped(Map<String, String> changes) throws IOException {
    var unused = new LinkedHashMap<>(changes);
    try (var files = Files.walk(SHIPPED)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file);
        for (var change : changes.entrySet()) {
          if (text.contains(change.getKey())) {
            unused.remove(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
          }
        }
        var copy = folder.resolve(SHIPPED.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
      }
    }
    assertThat(unused).isEmpty();
  }

  /** With a compressed form, as the client's build makes them. */
  private void copyWebroot() throws IOException {
    var asset = Path.of(webroot() + ASSET);
    Files.createDirectories(asset.getParent());
    Files.copy(Path.of(WEBROOT + ASSET), asset);
    Files.writeString(asset.resolveSibling(".hidden"), "secret");
    try (var compressed = new GZIPOutputStream(Files.newOutputStream(Path.of(asset + ".gz")))) {
      Files.copy(asset, compressed);
    }
  }

  private void writeMain(String name, String events) throws IOException {
    Files.writeString(
        mainFile(),
        """
        daemon off;
        user %s;
        worker_processes 1;
        pid nginx.pid;
        error_log errors.log;
        events { %s }
        http {
          include /etc/nginx/mime.types;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          include %s;
        }
        """
            .formatted(System.getProperty("user.name"), events, name));
  }

  Path mainFile() {
    return folder.resolve("nginx.conf");
  }

  Path webroot() {
    return folder.resolve("webroot");
  }

  /** Where a challenge of a certificate authority lies. */
  Path challenge(String name) {
    return folder.resolve("acme/.well-known/acme-challenge").resolve(name);
  }

  String accesses() {
    return read("parley.log");
  }

  String errors() {
    return read("errors.log");
  }

  private String read(String log) {
    try {
      return Files.readString(folder.resolve(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
