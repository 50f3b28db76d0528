package parley.board;

/** The reference to a board in a topic. */
public record BoardRef(long id, String title) {}
