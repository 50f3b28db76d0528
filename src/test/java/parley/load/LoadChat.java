package parley.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts load on the event-bus bridge of a running forum; see docs/load-chat.md. */
@Command(
    name = "load-chat",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Holds connections that listen to two addresses each, replies to a topic that many of them watch, "
          + "and lets pairs of members talk; prints how long it took.",
      "Start the forum with PARLEY_LIMITS_ENABLED=false and, each 20000, PARLEY_BRIDGE_GUESTS_PER_NETWORK, PARLEY_INTAKE_CONNECTIONS and "
          + "PARLEY_INTAKE_CONNECTIONS_PER_NETWORK. It leaves members, a topic and messages behind."
    })
final class LoadChat implements Callable<Integer> {

  private static final int CONNECTING_AT_ONCE = 100;
  private static final int REGISTERING_AT_ONCE = 4;

  @Spec private CommandSpec spec;

  @Option(names = "--url", description = "Where the forum is.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--bridge", description = "Where to connect to: the bridge, or the forum itself.")
  private URI bridge = URI.create("http://127.0.0.1:8081");

  @Option(names = "--connections", description = "How many to hold.")
  private int connections = 10_000;

  @Option(names = "--watchers", description = "How many of them watch the topic.")
  private int watchers = 5_000;

  @Option(names = "--replies", description = "How many replies to the topic.")
  private int replies = 10;

  @Option(names = "--pairs", description = "How many pairs talk.")
  private int pairs = 100;

  @Option(names = "--rate", description = "Messages a second.")
  private int rate = 1_000;

  @Option(names = "--seconds", description = "How long they talk; twice, first to warm up.")
  private int seconds = 20;

  @Option(names = "--server", description = "The server's process id, to show its memory.")
  private long serverPid;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private Vertx vertx;
  private WebClient web;
  private PrintWriter out;

  public static void main(String[] args) {
    System.exit(new CommandLine(new LoadChat()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    out = spec.commandLine().getOut();
    // one event loop: the server needs the rest
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    web =
        WebClient.create(
            vertx,
            new WebClientOptions().setDefaultHost(url.getHost()).setDefaultPort(url.getPort()));
    memory("before");
    var sockets = new LoadSockets(vertx, bridge.getHost(), bridge.getPort());
    if (connections > 0) {
      hold(sockets);
    }
    if (pairs > 0) {
      talk(sockets);
    }
    say("%d connections held, %d lost", sockets.held(), sockets.lost());
    memory("at the end");
    vertx.close().await();
    return sockets.lost() == 0 ? 0 : 1;
  }

  private void hold(LoadSockets sockets) throws IOException {
    var author = members(1).get(0);
    var topic = JsonObject.of("title", "Load " + run, "content", "Watch this.", "boardId", 1);
    var topicId = author.post("/api/topic/add", topic).await().getLong("id");
    var quietTopicId = author.post("/api/topic/add", topic).await().getLong("id");
    var fanOut = new FanOut(vertx, sockets, watchers, topicId, quietTopicId);
    var began = System.nanoTime();
    onLoop(() -> fanOut.connect(connections, CONNECTING_AT_ONCE)).await();
    say("%d connections opened in %d ms", connections, (System.nanoTime() - began) / 1_000_000);
    memory("with them");
    for (var i = 1; i <= replies; i++) {
      say("reply %d told to %s", i, onLoop(() -> fanOut.reply(author)).await());
    }
    memory("after the replies");
  }

  private void talk(LoadSockets sockets) throws IOException {
    var members = members(2 * pairs);
    var talk = new Talk(vertx, sockets);
    for (var i = 0; i < pairs; i++) {
      var one = members.get(2 * i);
      var other = members.get(2 * i + 1);
      onLoop(() -> talk.pair(one, other)).await();
    }
    onLoop(() -> talk.talk(rate, seconds)).await(); // warms up
    onLoop(() -> talk.talk(rate, seconds)).await();
    say("%d messages said in %d s by %d members", talk.said(), seconds, pairs);
    say("stored and answered: %s", talk.stored());
    say("heard by the other: %s", talk.heard());
    say("refused: %d", talk.refused());
    memory("after the talk");
  }

  private List<LoadMember> members(int count) {
    var all = new ArrayList<LoadMember>();
    while (all.size() < count) {
      var some = new ArrayList<Future<LoadMember>>();
      for (var i = all.size(); i < Math.min(count, all.size() + REGISTERING_AT_ONCE); i++) {
        some.add(
            LoadMember.register(
                web, "load-" + run + "-" + UUID.randomUUID().toString().substring(0, 8)));
      }
      Future.all(some).await();
      some.forEach(member -> all.add(member.result()));
    }
    return all;
  }

  /** All that is measured happens on the one event loop. */
  private <T> Future<T> onLoop(Callable<Future<T>> work) {
    var promise = Promise.<T>promise();
    vertx.runOnContext(
        now -> {
          try {
            work.call().onComplete(promise);
          } catch (Exception e) {
            promise.fail(e);
          }
        });
    return promise.future();
  }

  private void memory(String when) throws IOException {
    if (serverPid > 0) {
      var rss =
          Files.readAllLines(Path.of("/proc/" + serverPid + "/status")).stream()
              .filter(line -> line.startsWith("VmRSS"))
              .findFirst()
              .orElse("VmRSS: gone");
      say("server %s: %s", when, rss.replaceAll("\\s+", " "));
    }
  }

  private void say(String format, Object... values) {
    out.printf(format + "%n", values);
    out.flush();
  }
}
