package parley.account;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Supplier;
import parley.account.KnownDevices.Known;
import parley.http.Caller;
import parley.http.DeviceCookie;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.limit.RateLimits.Attempt;
import parley.member.Member;
import parley.member.MemberService;
import parley.text.EmailAddress;
import parley.text.Folding;

/**
 * Limits attempts for a name, so that strangers cannot lock out the owner: a name with a network
 * has a strict limit, the name alone has a higher one, and a device on which the owner has signed
 * in before has a separate limit. Successful attempts are not counted.
 */
final class Attempts {

  private final RateLimits limits;
  private final MemberService members;
  private final KnownDevices devices;

  Attempts(RateLimits limits, MemberService members, KnownDevices devices) {
    this.limits = limits;
    this.members = members;
    this.devices = devices;
  }

  /**
   * Runs work that fails for a wrong guess. Fails with RATE_LIMITED, or as the work does.
   *
   * @param login a username or an e-mail address
   */
  <T> Future<T> guess(
      RoutingContext ctx, String action, Limit limit, String login, Supplier<Future<T>> work) {
    return count(ctx, action, limit, login)
        .compose(attempt -> work.get().compose(right -> limits.giveBack(attempt).map(right)));
  }

  /** Runs work for a signed-in member that fails for a wrong guess. */
  <T> Future<T> guessOf(
      RoutingContext ctx, String action, Limit limit, Member member, Supplier<Future<T>> work) {
    return count(ctx, action, limit, Long.toString(member.id()), known(ctx, member.id()))
        .compose(attempt -> work.get().compose(right -> limits.giveBack(attempt).map(right)));
  }

  /** Counts an attempt for a name, whether or not the name exists. */
  Future<Attempt> count(RoutingContext ctx, String action, Limit limit, String login) {
    var key = login.contains("@") ? EmailAddress.key(login) : Folding.key(login);
    return device(ctx, login).compose(device -> count(ctx, action, limit, key, device));
  }

  private Future<Attempt> count(
      RoutingContext ctx, String action, Limit limit, String key, Optional<Known> device) {
    return device
        .map(known -> limits.attempt(action, limit, known.memberId() + "." + known.deviceId()))
        .orElseGet(() -> limits.attempt(action, limit, key, Caller.address(ctx)));
  }

  /** Whether a member has signed in before on the device of this request. */
  boolean isFromKnownDevice(RoutingContext ctx) {
    return !devices.of(DeviceCookie.get(ctx)).isEmpty();
  }

  private Future<Optional<Known>> device(RoutingContext ctx, String login) {
    return isFromKnownDevice(ctx)
        ? members
            .findByLogin(login.strip())
            .map(found -> found.flatMap(member -> known(ctx, member.id())))
        : Future.succeededFuture(Optional.empty());
  }

  private Optional<Known> known(RoutingContext ctx, long memberId) {
    return devices.of(DeviceCookie.get(ctx)).stream()
        .filter(known -> known.memberId() == memberId)
        .findFirst();
  }

  /** Remembers that the member has signed in on this device. */
  void remember(RoutingContext ctx, Member member) {
    DeviceCookie.set(ctx, devices.with(member.id(), DeviceCookie.get(ctx)));
  }
}
