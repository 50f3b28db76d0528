package parley.bridge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.feature.Point;
import parley.member.Member;
import parley.member.SignedIn;

/**
 * The addresses that clients may send to and listen to. An address without a rule is refused, so
 * the rules of the features are the complete list of what is allowed.
 */
public final class Rules {

  /** Functions that add the rules of a feature, called once for each event loop. */
  public static final Point<Consumer<Rules>> POINT = new Point<>("bridge rules");

  /** The member who sends a command, and the client's IP address. */
  public record Sender(SignedIn signedIn, String address) {
    public Member member() {
      return signedIn.member();
    }
  }

  /** Runs a command of a member; the result is the answer. */
  @FunctionalInterface
  public interface Command {
    /** Fails with the refusal. */
    Future<JsonObject> run(Sender sender, JsonObject body);
  }

  /** Decides who may listen to the addresses with one prefix. */
  @FunctionalInterface
  public interface Listening {
    /**
     * Fails with the refusal.
     *
     * @param rest of the address, behind the prefix
     */
    Future<Void> allow(Viewer who, String rest);
  }

  /**
   * Anyone may send to this address; the answer means that all earlier frames have been processed.
   */
  static final String PING = "bridge.ping";

  private final Map<String, Command> commands = new HashMap<>();
  private final Map<String, Listening> listening = new HashMap<>();

  /** A member may send to this address; the body is read as a record. */
  public <B extends Record> Rules command(
      String address, Class<B> type, BiFunction<Sender, B, Future<JsonObject>> command) {
    commands.put(address, (sender, body) -> command.apply(sender, read(body, type)));
    return this;
  }

  /** The viewers whom the rule allows may listen to the addresses with this prefix. */
  public Rules listening(String prefix, Listening rule) {
    listening.put(prefix, rule);
    return this;
  }

  private static <B extends Record> B read(JsonObject body, Class<B> type) {
    try {
      return body.mapTo(type);
    } catch (IllegalArgumentException e) {
      throw ForumException.of(Kind.INVALID, "The body is not valid for this address.");
    }
  }

  Future<JsonObject> send(Optional<Sender> sender, String address, JsonObject body) {
    if (address.equals(PING)) {
      return Future.succeededFuture(new JsonObject());
    }
    var command = commands.get(address);
    if (command == null) {
      return refused();
    }
    return sender
        .map(known -> command.run(known, body))
        .orElseGet(() -> Future.failedFuture(signIn()));
  }

  /** The prefixes of the addresses that clients may listen to. */
  Set<String> listening() {
    return Set.copyOf(listening.keySet());
  }

  Future<Void> listen(Viewer who, String address) {
    for (var rule : listening.entrySet()) {
      if (address.startsWith(rule.getKey())) {
        return rule.getValue().allow(who, address.substring(rule.getKey().length()));
      }
    }
    return refused();
  }

  /** The refusal of a guest. */
  public static ForumException signIn() {
    return ForumException.of(Kind.UNAUTHENTICATED, "Please sign in.");
  }

  private static <T> Future<T> refused() {
    return Future.failedFuture(
        ForumException.of(Kind.FORBIDDEN, "This address is not open to clients."));
  }
}
