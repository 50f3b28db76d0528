package parley.chat;

import java.util.UUID;
import parley.member.Author;

/**
 * The room of two members, as seen by one of them.
 *
 * @param contact the other member
 */
public record Room(UUID roomId, Author contact) {}
