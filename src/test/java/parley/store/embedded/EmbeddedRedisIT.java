package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.store.StoreStartException;

class EmbeddedRedisIT {

  @TempDir(factory = TargetDir.class)
  Path temp;

  @Test
  void keepsWhatWasWrittenAcrossARestart() throws Exception {
    try (var data = open("data")) {
      try (var store = EmbeddedRedis.start(data);
          var redis = RedisTalk.to(store.uri())) {
        assertThat(redis.ask("SET session:1 member:7")).isEqualTo("+OK");
      }
      assertThat(read(data, "session:1")).isEqualTo("member:7");
    }
  }

  @Test
  void aTailCutOffByAPowerFailureLosesOnlyItself() throws Exception {
    try (var data = open("data")) {
      try (var store = EmbeddedRedis.start(data);
          var redis = RedisTalk.to(store.uri())) {
        redis.ask("SET whole kept");
        redis.ask("SET last cut");
      }
      var file = data.path().resolve("redis/appendonly.aof");
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() - 5);
      }
      assertThat(read(data, "whole")).isEqualTo("kept");
      assertThat(read(data, "last")).isEqualTo("$-1");
    }
  }

  @Test
  void aDamagedFileIsOneClearFailureThatNamesTheLog() throws Exception {
    try (var data = open("data")) {
      EmbeddedRedis.start(data).close();
      Files.writeString(data.path().resolve("redis/appendonly.aof"), "not a command\r\n\r\n\r\n");
      assertThatThrownBy(() -> EmbeddedRedis.start(data))
          .isInstanceOf(StoreStartException.class)
          .hasMessage(
              "The embedded Redis ended with status 1 while starting; its log is "
                  + data.path().resolve("redis/redis.log"));
    }
  }

  @Test
  void aPathWithSpacesAndForeignLettersWorks() throws Exception {
    try (var data = open("ein längerer Ordner \"мой форум\" 掲示板");
        var store = EmbeddedRedis.start(data);
        var redis = RedisTalk.to(store.uri())) {
      assertThat(redis.ask("PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() throws Exception {
    try (var data = open("data");
        var store = EmbeddedRedis.start(data);
        var stranger = RedisTalk.to(store.host(), store.port())) {
      assertThat(stranger.ask("GET session:1")).startsWith("-NOAUTH");
    }
  }

  @Test
  void whatExpiresSoonestGoesFirstWhenItIsFull() throws Exception {
    try (var data = open("data");
        var store = EmbeddedRedis.start(data);
        var redis = RedisTalk.to(store.uri())) {
      redis.ask("SET session:1 member:7 EX 2592000");
      redis.ask("CONFIG SET maxmemory 3mb");
      var answer = "x".repeat(20_000);
      for (var n = 0; n < 300; n++) {
        assertThat(redis.ask("SET answer:" + n + " " + answer + " EX 86400")).isEqualTo("+OK");
      }
      assertThat(redis.ask("GET session:1")).isEqualTo("member:7");
      assertThat(redis.ask("GET answer:0")).isEqualTo("$-1");
    }
  }

  @Test
  void itRefusesWritesRatherThanEvictWhatDoesNotExpire() throws Exception {
    try (var data = open("data");
        var store = EmbeddedRedis.start(data);
        var redis = RedisTalk.to(store.uri())) {
      redis.ask("SET session:1 member:7");
      redis.ask("CONFIG SET maxmemory 1");
      assertThat(redis.ask("SET session:2 member:8")).startsWith("-OOM");
      assertThat(redis.ask("GET session:1")).isEqualTo("member:7");
    }
  }

  @Test
  void aPortThatSomebodyTookMeanwhileIsReplacedByAnother() throws Exception {
    try (var data = open("data");
        var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var ports = List.of(taken.getLocalPort(), LoopbackPort.free()).iterator();
      try (var store = EmbeddedRedis.start(data, ports::next)) {
        assertThat(store.port()).isNotEqualTo(taken.getLocalPort());
        assertThat(ports).isExhausted();
      }
    }
  }

  private DataDir open(String name) {
    return DataDir.open(temp.resolve(name), TargetDir.PROGRAMS);
  }

  private static String read(DataDir data, String key) throws Exception {
    try (var store = EmbeddedRedis.start(data);
        var redis = RedisTalk.to(store.uri())) {
      return redis.ask("GET " + key);
    }
  }
}
