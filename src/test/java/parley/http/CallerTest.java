package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void withoutAProxyItIsThePeer() {
    assertThat(address(Set.of())).isEqualTo("127.0.0.1");
    assertThat(address(Set.of("127.0.0.1"))).isEqualTo("127.0.0.1");
  }

  @Test
  void whatAStrangerSaysIsNotBelieved() {
    assertThat(address(Set.of("10.0.0.1"), "X-Forwarded-For: 9.9.9.9")).isEqualTo("127.0.0.1");
  }

  @Test
  void ofATrustedProxyTheLastHopThatIsNotTrustedCounts() {
    var trusted = Set.of("127.0.0.1", "10.0.0.1");
    assertThat(address(trusted, "X-Forwarded-For: 9.9.9.9")).isEqualTo("9.9.9.9");
    assertThat(address(trusted, "X-Forwarded-For: 6.6.6.6, 9.9.9.9, 10.0.0.1"))
        .isEqualTo("9.9.9.9");
    assertThat(address(trusted, "X-Forwarded-For: ")).isEqualTo("127.0.0.1");
  }

  @Test
  void aLineTheProxyAddedCountsAndNotTheClientsOwn() {
    var address =
        address(Set.of("127.0.0.1"), "X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 9.9.9.9");
    assertThat(address).isEqualTo("9.9.9.9");
  }

  private String address(Set<String> trusted, String... headers) {
    var router = Router.router(vertx);
    router
        .route()
        .handler(
            ctx -> {
              Caller.locate(ctx, trusted);
              ctx.end(Caller.address(ctx));
            });
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    return Wire.ask(server.actualPort(), "GET", "/", headers).body();
  }
}
