package parley.config;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static parley.config.ConfigException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import parley.text.IpAddress;

/**
 * The whole configuration, checked once at start. What each key means, its unit and its default
 * stand in {@code conf/parley.yaml}; the components here bear the keys' names.
 */
public record Config(
    Set<Role> roles,
    Path data,
    Site site,
    Http http,
    Bridge bridge,
    Intake intake,
    Listener management,
    Mysql mysql,
    Redis redis,
    Session session,
    Password password,
    Limits limits,
    MailSettings mail,
    Views views,
    Cache cache,
    Cluster cluster,
    Logging logging) {

  public Config {
    require(!roles.isEmpty(), "roles", roles, "at least one of http, chat, mail");
    if (cluster.enabled() && (mysql.embedded() || redis.embedded())) {
      throw new ConfigException(
          "cluster.enabled",
          "several processes need an external mysql.host and redis.url,"
              + " since only one process can have the embedded stores");
    }
    if (mail.embedded() && roles.contains(Role.MAIL) && !roles.contains(Role.HTTP)) {
      throw new ConfigException(
          "mail.host",
          "an SMTP server is needed: the embedded one shows its mails over HTTP,"
              + " which this process does not speak");
    }
  }

  /** The same, whichever folder it is used from. */
  Config at(Path home) {
    return new Config(
        roles,
        home.resolve(data).toAbsolutePath().normalize(),
        site,
        http,
        bridge,
        intake,
        management,
        mysql,
        redis,
        session,
        password,
        limits,
        mail,
        views,
        cache,
        cluster,
        logging);
  }

  /** A part of Parley that a process may run. */
  public enum Role {
    @JsonProperty("http")
    HTTP,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("mail")
    MAIL
  }

  public record Site(String name, String url) {
    public Site {
      require(!name.isBlank(), "name", name, "a name");
      require(isHttp(url), "url", url, "an http or https address");
      url = url.replaceAll("/+$", "");
    }

    private static boolean isHttp(String url) {
      try {
        var uri = URI.create(url);
        return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  public record Http(
      String host,
      int port,
      int instances,
      Set<String> trustedProxies,
      long bodyBytes,
      int drainSeconds,
      int stopSeconds) {
    public Http {
      requirePort(port);
      require(instances >= 0, "instances", instances, "0 or more");
      require(bodyBytes >= 1024, "bodyBytes", bodyBytes, "1024 or more");
      require(drainSeconds >= 0, "drainSeconds", drainSeconds, "0 or more");
      require(stopSeconds >= 0, "stopSeconds", stopSeconds, "0 or more");
      for (var proxy : trustedProxies) {
        require(IpAddress.parse(proxy).isPresent(), "trustedProxies", proxy, "an IP address");
      }
      trustedProxies =
          trustedProxies.stream().map(IpAddress::canonical).collect(toUnmodifiableSet());
    }
  }

  /** Where a listener listens. */
  public record Listener(String host, int port) {
    public Listener {
      requirePort(port);
    }
  }

  public record Mysql(
      String host,
      int port,
      String database,
      String user,
      String password,
      int poolSize,
      int waitSeconds) {
    public Mysql {
      require(port > 0 && port <= 65_535, "port", port, "1 to 65535");
      require(poolSize > 0, "poolSize", poolSize, "1 or more");
      require(waitSeconds > 0, "waitSeconds", waitSeconds, "1 or more");
    }

    public boolean embedded() {
      return host.isEmpty();
    }
  }

  public record Redis(String url, int poolSize, int waitSeconds) {
    public Redis {
      require(
          url.isEmpty() || url.matches("(redis|rediss|unix)://.+"),
          "url",
          "***", // may hold a password
          "a redis:// address");
      require(poolSize > 0, "poolSize", poolSize, "1 or more");
      require(waitSeconds > 0, "waitSeconds", waitSeconds, "1 or more");
    }

    public boolean embedded() {
      return url.isEmpty();
    }
  }

  public record Session(String key, int days) {
    public Session {
      require(key.isEmpty() || decodes(key), "key", "***", "base64 of 32 bytes or more");
      require(days > 0 && days <= 365, "days", days, "1 to 365"); // the cookie lasts a year
    }

    private static boolean decodes(String key) {
      try {
        return Base64.getDecoder().decode(key).length >= 32;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  public record Password(
      int memoryKib, int iterations, int parallelism, int workers, int queue, int waitSeconds) {
    public Password {
      require(parallelism > 0, "parallelism", parallelism, "1 or more");
      require(memoryKib >= 8L * parallelism, "memoryKib", memoryKib, "8 a lane or more");
      require(iterations > 0, "iterations", iterations, "1 or more");
      require(workers > 0, "workers", workers, "1 or more");
      require(queue > 0, "queue", queue, "1 or more");
      require(waitSeconds > 0, "waitSeconds", waitSeconds, "1 or more");
    }
  }

  /** How often somebody may do something. */
  public record Limits(
      boolean enabled,
      Limit register,
      Limit signIn,
      Limit reset,
      Limit token,
      Limit post,
      Limit upload,
      Limit preview,
      Limit message) {}

  /**
   * So many times in so many seconds: of one account, or whatever name is tried, and from one
   * network.
   */
  public record Limit(int perAccount, int perNetwork, int seconds) {
    public Limit {
      require(perAccount > 0, "perAccount", perAccount, "1 or more");
      require(perNetwork > 0, "perNetwork", perNetwork, "1 or more");
      require(seconds > 0, "seconds", seconds, "1 or more");
    }
  }

  public record Views(int windowSeconds, int flushSeconds) {
    public Views {
      require(windowSeconds > 0, "windowSeconds", windowSeconds, "1 or more");
      require(flushSeconds > 0, "flushSeconds", flushSeconds, "1 or more");
    }
  }

  public record Cache(int guestMebibytes, int guestSeconds) {
    public Cache {
      require(guestMebibytes >= 0, "guestMebibytes", guestMebibytes, "0 or more");
      require(guestSeconds > 0, "guestSeconds", guestSeconds, "1 or more");
    }
  }

  private static void requirePort(int port) {
    require(port >= 0 && port <= 65_535, "port", port, "0 to 65535");
  }
}
