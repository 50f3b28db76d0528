package parley.config;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static parley.config.ConfigException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import parley.text.IpAddress;

/**
 * The configuration of the platform itself, checked once at the start; features have their own
 * {@link Section}s. {@code conf/parley.yaml} describes each key with its unit and its default; the
 * components here have the names of the keys.
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
    MailSettings mail,
    Cache cache,
    Cluster cluster,
    Logging logging) {

  /** The configuration without the sections of features. */
  static final Section<Config> SECTION = new Section<>("", Config.class);

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
              + " which is not among the roles of this process");
    }
  }

  /** The same configuration, with paths relative to this folder. */
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
        mail,
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
      int queue,
      int connectSeconds,
      int waitSeconds,
      int statementSeconds,
      int transactionSeconds,
      int silenceMs) {
    public Mysql {
      require(port > 0 && port <= 65_535, "port", port, "1 to 65535");
      require(poolSize > 0, "poolSize", poolSize, "1 or more");
      require(queue > 0, "queue", queue, "1 or more");
      require(connectSeconds > 0, "connectSeconds", connectSeconds, "1 or more");
      require(waitSeconds > 0, "waitSeconds", waitSeconds, "1 or more");
      require(statementSeconds > 0, "statementSeconds", statementSeconds, "1 or more");
      require(
          transactionSeconds >= statementSeconds,
          "transactionSeconds",
          transactionSeconds,
          "statementSeconds or more");
      require(silenceMs >= 100, "silenceMs", silenceMs, "100 or more");
    }

    public boolean embedded() {
      return host.isEmpty();
    }
  }

  public record Redis(String url, int poolSize, int queue, int waitSeconds, int silenceMs) {
    public Redis {
      require(
          url.isEmpty() || url.matches("(redis|rediss|unix)://.+"),
          "url",
          "***", // may hold a password
          "a redis:// address");
      require(poolSize > 0, "poolSize", poolSize, "1 or more");
      require(queue > 0, "queue", queue, "1 or more");
      require(waitSeconds > 0, "waitSeconds", waitSeconds, "1 or more");
      require(silenceMs >= 100, "silenceMs", silenceMs, "100 or more");
    }

    public boolean embedded() {
      return url.isEmpty();
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
