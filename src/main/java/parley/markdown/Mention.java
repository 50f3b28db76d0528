package parley.markdown;

/**
 * A member whom a text may mention.
 *
 * @param id the id for links
 * @param username the current spelling, which is shown in the mention
 */
public record Mention(long id, String username) {}
