package parley.board;

/** A place for topics of one kind. */
public record Board(
    long id, String title, String slug, String description, long topicCount, long replyCount) {}
