package parley.markdown;

/**
 * A member whom a text may mention.
 *
 * @param id names the member in links
 * @param username as it is spelt now, which is how the mention will be shown
 */
public record Mention(long id, String username) {}
