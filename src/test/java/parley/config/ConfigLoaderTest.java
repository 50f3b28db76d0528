package parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Sections;
import parley.limit.Limit;
import parley.limit.LimitSettings;
import parley.session.SessionSettings;

class ConfigLoaderTest {

  private static final Path HOME = Path.of("");
  private static final Vertx VERTX = Vertx.vertx();

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void theDefaultsLoad() {
    var settings = load(null, Map.of());
    var config = settings.config();
    assertThat(config.roles()).containsExactlyInAnyOrder(Config.Role.values());
    assertThat(config.http().port()).isEqualTo(8080);
    assertThat(config.bridge().host()).isEqualTo("127.0.0.1");
    assertThat(config.bridge().port()).isEqualTo(8081);
    assertThat(config.management()).isEqualTo(new Config.Listener("127.0.0.1", 8082));
    assertThat(config.http().trustedProxies()).hasSize(2).contains("127.0.0.1");
    assertThat(config.mysql().embedded()).isTrue();
    assertThat(config.redis().embedded()).isTrue();
    assertThat(settings.section(SessionSettings.SECTION).key())
        .as("no secret is committed")
        .isEmpty();
    assertThat(settings.section(LimitSettings.SECTION).enabled()).isTrue();
  }

  @Test
  void everyKeyHasADefaultAndAnEnvironmentVariable() {
    var settings = load(null, Map.of());
    var variables = new LinkedHashMap<String, String>();
    collect("PARLEY", settings.config(), variables);
    for (var section : Sections.ALL) {
      var prefix = variable("PARLEY_" + section.name().replace('.', '_'));
      collect(prefix, settings.section(section), variables);
    }
    assertThat(variables).hasSizeGreaterThan(90);
    assertThat(records(load(null, variables))).isEqualTo(records(settings));
  }

  @Test
  void aFileGoesOverTheDefaultsAndTheEnvironmentOverTheFile() {
    var file = file("http:\n  port: 9000\n  host: 192.0.2.1\nsite:\n  name: Mine\n");
    var config = load(file, Map.of("PARLEY_HTTP_PORT", "9001", "OTHER_THING", "x")).config();
    assertThat(config.http().port()).isEqualTo(9001);
    assertThat(config.http().host()).isEqualTo("192.0.2.1");
    assertThat(config.http().bodyBytes()).isEqualTo(1_048_576);
    assertThat(config.site().name()).isEqualTo("Mine");
  }

  @Test
  void anEmptyFileChangesNothing() {
    var defaults = records(load(null, Map.of()));
    assertThat(records(load(file(""), Map.of()))).isEqualTo(defaults);
    assertThat(records(load(file("# only a comment\n"), Map.of()))).isEqualTo(defaults);
  }

  @Test
  void aListInTheEnvironmentIsSeparatedByCommas() {
    var config =
        load(null, Map.of("PARLEY_ROLES", "http, mail,", "PARLEY_HTTP_TRUSTED_PROXIES", ""))
            .config();
    assertThat(config.roles()).containsExactlyInAnyOrder(Config.Role.HTTP, Config.Role.MAIL);
    assertThat(config.http().trustedProxies()).isEmpty();
  }

  @Test
  void aSiteAddressLosesItsLastSlash() {
    var settings = load(null, Map.of("PARLEY_SITE_URL", "https://forum.example//"));
    assertThat(settings.config().site().url()).isEqualTo("https://forum.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "htp: {port: 1} | htp",
        "http: {prot: 1} | http.prot",
        "limits: {signIn: {sec: 1}} | limits.signIn.sec",
      })
  void anUnknownKeyOfAFileIsNamedWithTheFile(String yaml, String key) {
    var file = file(yaml);
    refused(file, Map.of()).hasMessage(key + ": there is no such key (in " + file + ")");
  }

  @Test
  void aKeyThatMovedIntoASectionIsTakenByItsOldName() {
    var file = file("mail: {mentionsPerHour: 7, mentions: {causedPerHour: 8}}");
    var settings = load(file, Map.of());
    assertThat(Sections.ALL)
        .filteredOn(section -> section.name().equals("mail.mentions"))
        .singleElement()
        .satisfies(
            section ->
                assertThat(settings.section(section))
                    .hasToString("MentionSettings[perHour=7, causedPerHour=8]"));
    refused(file("mail: {mentionsPerHour: 7, mentions: {perHour: 8}}"), Map.of())
        .hasMessageContaining("mail.mentions");
  }

  @Test
  void theFormerNamesOfKeysAreTaken() {
    var file =
        file("limits: {signIn: {perMember: 7, perAddress: 8}}\nbridge: {guestsPerAddress: 9}\n");
    var settings =
        load(
            file,
            Map.of("PARLEY_LIMITS_POST_PER_MEMBER", "5", "PARLEY_LIMITS_POST_PER_ADDRESS", "6"));
    assertThat(limit(settings, "signIn")).isEqualTo(new Limit(7, 8, 300));
    assertThat(limit(settings, "post")).isEqualTo(new Limit(5, 6, 300));
    assertThat(settings.config().bridge().guestsPerNetwork()).isEqualTo(9);
    assertThat(load(null, Map.of("PARLEY_BRIDGE_GUESTS_PER_ADDRESS", "4")).config().bridge())
        .extracting(Bridge::guestsPerNetwork)
        .isEqualTo(4);
  }

  private static Limit limit(Settings settings, String name) {
    return settings.section(new Section<>("limits." + name, Limit.class));
  }

  @Test
  void aKeyUnderBothItsNamesIsRefused() {
    refused(file("limits: {signIn: {perMember: 7, perAccount: 8}}"), Map.of())
        .hasMessageStartingWith("limits.signIn.perMember: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PARLEY_HTTP_PROT",
        "PARLEY_HTP_PORT",
        "PARLEY_HTTP",
        "PARLEY_",
        "PARLEY_http_port"
      })
  void aMisspeltVariableIsNamed(String name) {
    refused(null, Map.of(name, "1"))
        .hasMessage(name + ": there is no key for this environment variable");
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_HTTP_PORT, 65536, http.port",
    "PARLEY_HTTP_PORT, -1, http.port",
    "PARLEY_BRIDGE_PORT, 70000, bridge.port",
    "PARLEY_MANAGEMENT_PORT, 70000, management.port",
    "PARLEY_MYSQL_PORT, 0, mysql.port",
    "PARLEY_MYSQL_POOL_SIZE, 0, mysql.poolSize",
    "PARLEY_HTTP_BODY_BYTES, 10, http.bodyBytes",
    "PARLEY_LIMITS_SIGN_IN_SECONDS, 0, limits.signIn.seconds",
    "PARLEY_LIMITS_RESET_PER_NETWORK, -5, limits.reset.perNetwork",
    "PARLEY_SESSION_DAYS, 0, session.days",
    "PARLEY_SESSION_DAYS, 366, session.days",
    "PARLEY_SESSION_KEY, c2hvcnQ=, session.key",
    "PARLEY_SESSION_KEY, not base64!, session.key",
    "PARLEY_PASSWORD_MEMORY_KIB, 7, password.memoryKib",
    "PARLEY_PASSWORD_PARALLELISM, 0, password.parallelism",
    "PARLEY_PASSWORD_QUEUE, 0, password.queue",
    "PARLEY_INTAKE_CONNECTIONS, -1, intake.connections",
    "PARLEY_INTAKE_HEADER_SECONDS, 0, intake.headerSeconds",
    "PARLEY_INTAKE_BYTES, 1000, intake.bytes",
    "PARLEY_REDIS_URL, http://localhost, redis.url",
    "PARLEY_SITE_URL, ftp://forum.example, site.url",
    "PARLEY_SITE_URL, forum.example, site.url",
    "PARLEY_SITE_NAME, ' ', site.name",
    "PARLEY_ROLES, '', roles",
    "PARLEY_CACHE_GUEST_MEBIBYTES, -1, cache.guestMebibytes",
    "PARLEY_VIEWS_FLUSH_SECONDS, 0, views.flushSeconds",
    "PARLEY_LIMITS_MESSAGE_SECONDS, 0, limits.message.seconds",
    "PARLEY_HTTP_TRUSTED_PROXIES, localhost, http.trustedProxies",
    "PARLEY_MAIL_PORT, 0, mail.port",
    "PARLEY_MAIL_SENDER, 'Forum <a@example.org>', mail.sender",
    "PARLEY_MAIL_SENDER, forum, mail.sender",
    "PARLEY_MAIL_LEASE_SECONDS, 120, mail.leaseSeconds",
    "PARLEY_MAIL_RETRY_MAX_SECONDS, 29, mail.retryMaxSeconds",
    "PARLEY_MAIL_KEEP_DAYS, 0, mail.keepDays",
    "PARLEY_HTTP_DRAIN_SECONDS, -1, http.drainSeconds",
    "PARLEY_LOGGING_LEVELS, parley, logging.levels",
    "PARLEY_LOGGING_LEVELS, parley=loud, logging.levels",
    "PARLEY_LOGGING_SLOW_QUERY_MS, -1, logging.slowQueryMs",
    "PARLEY_CLUSTER_PORT, 65530, cluster.port",
    "PARLEY_CLUSTER_BUS_PORT, -1, cluster.busPort",
    "PARLEY_CLUSTER_ENABLED, true, cluster.enabled",
    "PARLEY_ROLES, 'chat,mail', mail.host",
  })
  void aValueOutOfRangeNamesItsKey(String variable, String value, String key) {
    refused(null, Map.of(variable, value)).hasMessageStartingWith(key + ": ");
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_HTTP_PORT, http, http.port",
    "PARLEY_HTTP_PORT, '', http.port",
    "PARLEY_HTTP_PORT, 80.5, http.port",
    "PARLEY_HTTP_PORT, 99999999999, http.port",
    "PARLEY_LIMITS_ENABLED, perhaps, limits.enabled",
    "PARLEY_LIMITS_POST_SECONDS, soon, limits.post.seconds",
    "PARLEY_ROLES, 'http,cook', roles",
    "PARLEY_MAIL_TLS, always, mail.tls",
  })
  void aValueOfTheWrongKindNamesItsKey(String variable, String value, String key) {
    refused(null, Map.of(variable, value)).hasMessageStartingWith(key + ": ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http: 8080 | http",
        "http: | http",
        "limits: {post: 3} | limits.post",
        "limits: {post: {seconds: [1]}} | limits.post.seconds",
        "views: | views",
        "http: {port: } | http.port",
        "http: {port: [1]} | http.port",
        "http: {port: 80.5} | http.port",
        "http: {trustedProxies: 127.0.0.1} | http.trustedProxies",
        "site: {name: } | site.name",
        "roles: http | roles",
      })
  void aValueOfTheWrongKindInAFileNamesItsKey(String yaml, String key) {
    refused(file(yaml), Map.of()).hasMessageStartingWith(key + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "- a\n- list", "just text", "a: b: c"})
  void aFileThatIsNoYamlMapIsNamed(String yaml) {
    var file = file(yaml);
    refused(file, Map.of()).hasMessageStartingWith(file + ": ");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    var missing = folder.resolve("missing.yaml");
    refused(missing, Map.of()).hasMessage(missing + ": cannot be read");
    refused(folder, Map.of()).hasMessage(folder + ": cannot be read");
  }

  @Test
  void secretsAreNotRepeated() {
    var key = Base64.getEncoder().encodeToString("secret".getBytes());
    refused(null, Map.of("PARLEY_SESSION_KEY", key)).hasMessageNotContaining(key);
    refused(null, Map.of("PARLEY_REDIS_URL", "http://:secret@host"))
        .hasMessageNotContaining("secret");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      Path file, Map<String, String> environment) {
    return assertThatThrownBy(() -> load(file, environment))
        .isInstanceOf(ConfigException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
  }

  private static List<Record> records(Settings settings) {
    var records = new ArrayList<Record>(List.of(settings.config()));
    Sections.ALL.forEach(section -> records.add(settings.section(section)));
    return records;
  }

  private Settings load(Path file, Map<String, String> environment) {
    return new ConfigLoader(VERTX, Sections.ALL)
        .load(HOME, Optional.ofNullable(file), environment)
        .await();
  }

  private Path file(String yaml) {
    try {
      return Files.writeString(folder.resolve("own.yaml"), yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Each component of the records as the variable that sets it. */
  private static void collect(String prefix, Object value, Map<String, String> variables) {
    if (!(value instanceof Record)) {
      var word = value instanceof Enum<?> ? value.toString().toLowerCase() : value.toString();
      variables.put(prefix, value instanceof Set<?> set ? joined(set) : word);
      return;
    }
    for (var component : value.getClass().getRecordComponents()) {
      var name = variable(component.getName());
      try {
        component.getAccessor().setAccessible(true); // a feature's record is its own
        collect(prefix + "_" + name, component.getAccessor().invoke(value), variables);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static String variable(String key) {
    return key.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase();
  }

  private static String joined(Set<?> values) {
    return String.join(",", values.stream().map(value -> value.toString().toLowerCase()).toList());
  }
}
