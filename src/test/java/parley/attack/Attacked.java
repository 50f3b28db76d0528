package parley.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.ChildForum;
import parley.nginx.ShippedNginx;

/** A forum with the options that bin/parley gives it, as a child, with nginx before it. */
final class Attacked implements AutoCloseable {

  /** Those of bin/parley that bound its memory. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xss512k",
          "-Xms32m",
          "-Xmx256m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:ReservedCodeCacheSize=64m",
          "-XX:+ExitOnOutOfMemoryError");

  private final ChildForum forum;
  private final ShippedNginx nginx;
  private final Victim victim;
  private final String token;
  private final String path;

  private Attacked(ChildForum forum, Victim victim, int nginxConnections) {
    this.forum = forum;
    this.victim = victim;
    this.nginx =
        ShippedNginx.before(victim.port(), victim.bridge(), forum.data(), nginxConnections);
    this.token = victim.member("m" + UUID.randomUUID().toString().substring(0, 12));
    this.path = victim.topic(token);
  }

  /**
   * Starts it with the default configuration.
   *
   * @param changes to it
   */
  static Attacked start(Map<String, String> changes, int nginxConnections) {
    var bridge = ChildForum.freePort();
    var management = ChildForum.freePort();
    var settings = new HashMap<String, String>();
    settings.put("PARLEY_LIMITS_ENABLED", "true");
    settings.put("PARLEY_HTTP_INSTANCES", "0");
    settings.put("PARLEY_BRIDGE_PORT", Integer.toString(bridge));
    settings.put("PARLEY_MANAGEMENT_PORT", Integer.toString(management));
    settings.put("PARLEY_PASSWORD_MEMORY_KIB", "19456");
    settings.put("PARLEY_PASSWORD_ITERATIONS", "2");
    settings.putAll(changes);
    var forum = ChildForum.start(settings, OPTIONS);
    var victim = new Victim(forum.port(), bridge, management, forum.pid());
    return new Attacked(forum, victim, nginxConnections);
  }

  Victim victim() {
    return victim;
  }

  int nginxPort() {
    return nginx.port();
  }

  /** Without a proxy. */
  String url() {
    return "http://127.0.0.1:" + victim.port();
  }

  /** Of a member. */
  String token() {
    return token;
  }

  /** Of a topic. */
  String path() {
    return path;
  }

  /** An attack while members read from the forum itself, or through nginx. */
  Attack attack(int readersPort) {
    return new Attack(victim, "http://127.0.0.1:" + readersPort, token, path);
  }

  @Override
  public void close() {
    nginx.close();
    forum.close();
  }
}
