package parley.member;

/** The member who asks, and the session they ask from. */
public record SignedIn(Member member, String sessionId) {}
