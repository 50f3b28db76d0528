package parley.chat;

import java.util.UUID;
import parley.member.Author;

/**
 * The room of two members, as one of them sees it.
 *
 * @param contact the other one
 */
public record Room(UUID roomId, Author contact) {}
