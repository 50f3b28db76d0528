package parley.http;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.SignedIn;
import parley.text.ForwardedFor;
import parley.text.IpAddress;

/** The member who sends a request, if any, and the client's address. */
public final class Caller {

  private static final String SIGNED_IN = "signedIn";
  private static final String VIEWER = "viewer";
  private static final String ADDRESS = "address";

  private Caller() {}

  public static Optional<SignedIn> find(RoutingContext ctx) {
    return Optional.ofNullable(ctx.get(SIGNED_IN));
  }

  /** Fails with UNAUTHENTICATED for a guest. */
  public static SignedIn signedIn(RoutingContext ctx) {
    return find(ctx).orElseThrow(() -> ForumException.of(Kind.UNAUTHENTICATED, "Please sign in."));
  }

  /** Fails with UNAUTHENTICATED for a guest. */
  public static Member member(RoutingContext ctx) {
    return signedIn(ctx).member();
  }

  /** The guest or member whom authentication has found. */
  public static Viewer viewer(RoutingContext ctx) {
    return Objects.requireNonNull(ctx.get(VIEWER), "nobody has authenticated this request");
  }

  public static void setViewer(RoutingContext ctx, Viewer viewer) {
    ctx.put(VIEWER, viewer);
  }

  /** The client's IP address, as reported by the trusted proxies. */
  public static String address(RoutingContext ctx) {
    return ctx.get(ADDRESS, "");
  }

  public static void set(RoutingContext ctx, SignedIn signedIn) {
    ctx.put(SIGNED_IN, signedIn);
  }

  /**
   * Determines the client's address: the peer's, or if that is a trusted proxy, the last address in
   * {@code X-Forwarded-For} that is not a trusted proxy.
   */
  public static void locate(RoutingContext ctx, Set<String> trustedProxies) {
    var lines = ctx.request().headers().getAll("x-forwarded-for");
    var peer = host(ctx.request().remoteAddress());
    ctx.put(ADDRESS, ForwardedFor.client(peer, lines, trustedProxies));
  }

  static String host(SocketAddress peer) {
    return peer == null || peer.hostAddress() == null
        ? ""
        : IpAddress.canonical(peer.hostAddress());
  }
}
