package parley.member;

/** A member's name, picture or signature has changed. */
public record MemberChanged(long memberId) {}
