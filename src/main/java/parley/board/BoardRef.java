package parley.board;

/** A board as named beside a topic. */
public record BoardRef(long id, String title) {}
