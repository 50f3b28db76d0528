package parley.bridge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/**
 * A frame from a client, in the protocol of the Vert.x event-bus bridge.
 *
 * @param address empty in a ping
 * @param body of a SEND; empty if the client sent none
 * @param replyAddress the address for the answer; null if the client expects none
 * @param token the header of that name; null if there is none
 */
record Frame(
    Type type,
    String address,
    JsonObject body,
    @Nullable String replyAddress,
    @Nullable String token) {

  enum Type {
    PING,
    REGISTER,
    UNREGISTER,
    SEND,
    PUBLISH
  }

  /** More than the longest address has: {@code chat.room.} and a UUID are 46 characters. */
  private static final int ADDRESS_MAX = 100;

  /**
   * Reads a frame.
   *
   * @throws ForumException of kind UNREADABLE, with the reason
   */
  static Frame of(Buffer data) {
    var json = json(data);
    var type = type(text(json, "type"));
    var address = text(json, "address");
    if (address == null) {
      if (type != Type.PING) {
        throw unreadable("It has no address.");
      }
      address = "";
    }
    var replyAddress = text(json, "replyAddress");
    if (isTooLong(address) || isTooLong(replyAddress)) {
      throw unreadable("An address can have at most " + ADDRESS_MAX + " characters.");
    }
    var headers = object(json, "headers");
    return new Frame(type, address, object(json, "body"), replyAddress, text(headers, "token"));
  }

  /** Where the answer or refusal goes: the reply address, else the address; null for neither. */
  @Nullable String answerAddress() {
    if (replyAddress != null) {
      return replyAddress;
    }
    return type == Type.PING && address.isEmpty() ? null : address;
  }

  private static JsonObject json(Buffer data) {
    try {
      if (Json.decodeValue(data) instanceof JsonObject json) {
        return json;
      }
      throw unreadable("It is not a JSON object.");
    } catch (DecodeException e) {
      throw unreadable("It is not JSON.");
    }
  }

  private static Type type(@Nullable String word) {
    for (var type : Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return type;
      }
    }
    throw unreadable("Its type is not one of ping, register, unregister, send.");
  }

  private static @Nullable String text(JsonObject json, String key) {
    var value = json.getValue(key);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw unreadable("Its " + key + " is not a string.");
  }

  private static JsonObject object(JsonObject json, String key) {
    var value = json.getValue(key);
    if (value == null) {
      return new JsonObject();
    }
    if (value instanceof JsonObject object) {
      return object;
    }
    throw unreadable("Its " + key + " is not an object.");
  }

  private static boolean isTooLong(@Nullable String address) {
    return address != null && address.length() > ADDRESS_MAX;
  }

  private static ForumException unreadable(String why) {
    return ForumException.of(Kind.UNREADABLE, "This frame cannot be read. " + why);
  }
}
