package parley.board;

/** A board: a section of the forum that contains topics. */
public record Board(
    long id, String title, String slug, String description, long topicCount, long replyCount) {}
