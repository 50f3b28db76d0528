package parley.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.http.DeviceCookie;

/**
 * Devices on which members have signed in, as signed values of a cookie. Limits that strangers can
 * exhaust for a name do not apply to a device of its owner. A few members can share a device.
 * Nothing is stored on the server.
 */
final class KnownDevices {

  /** One device of one member. */
  record Known(long memberId, String deviceId) {}

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SEPARATOR = "~";
  private static final int ID_BYTES = 12;

  /** The largest number of members of one device, so that the cookie stays small. */
  private static final int MOST = 4;

  private final SecretKeySpec key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret the server's own, the same in every process
   */
  KnownDevices(byte[] secret, Clock clock) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.clock = clock;
  }

  /** The cookie's value after this member has signed in on the device with the value before. */
  String with(long memberId, Optional<String> before) {
    var known = parts(before).filter(part -> read(part).isPresent()).toList();
    var id =
        known.stream()
            .map(part -> read(part).orElseThrow())
            .filter(device -> device.memberId() == memberId)
            .map(Known::deviceId)
            .findFirst()
            .orElseGet(this::newId);
    var others =
        known.stream().filter(part -> read(part).orElseThrow().memberId() != memberId).toList();
    return Stream.concat(Stream.of(signed(memberId, id)), others.stream().limit(MOST - 1))
        .collect(Collectors.joining(SEPARATOR));
  }

  /** The valid parts of a cookie, without those that are forged or too old. */
  List<Known> of(Optional<String> cookie) {
    return parts(cookie).flatMap(part -> read(part).stream()).toList();
  }

  private static Stream<String> parts(Optional<String> cookie) {
    return cookie.stream().flatMap(value -> Arrays.stream(value.split(SEPARATOR))).limit(MOST);
  }

  private String signed(long memberId, String deviceId) {
    var claim = memberId + "." + deviceId + "." + clock.instant().getEpochSecond();
    return claim + "." + signature(claim);
  }

  private Optional<Known> read(String part) {
    var fields = part.split("\\.", -1);
    if (fields.length != 4) {
      return Optional.empty();
    }
    var claim = String.join(".", fields[0], fields[1], fields[2]);
    if (!MessageDigest.isEqual(bytes(signature(claim)), bytes(fields[3]))) {
      return Optional.empty();
    }
    var since = Instant.ofEpochSecond(Long.parseLong(fields[2]));
    return since.plus(DeviceCookie.AGE).isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(new Known(Long.parseLong(fields[0]), fields[1]));
  }

  private String signature(String claim) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      var signature = mac.doFinal(bytes("known device " + claim));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
