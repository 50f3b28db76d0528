package parley.session;

/** A session has ended. Receivers close its connections. */
public record SessionRevoked(long memberId, String sessionId) {}
