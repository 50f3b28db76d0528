package parley.member;

/** The member who sends the request, and their session. */
public record SignedIn(Member member, String sessionId) {}
