package parley.member;

/** A member's name, picture or signature is another now. */
public record MemberChanged(long memberId) {}
