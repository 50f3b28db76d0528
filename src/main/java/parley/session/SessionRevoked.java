package parley.session;

/** A session is over: whoever holds connections of it closes them. */
public record SessionRevoked(long memberId, String sessionId) {}
