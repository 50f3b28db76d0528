package parley.chat;

import java.util.UUID;
import parley.journal.EntryType;

/** The journal's entries about messages. The subject of an entry is the message's id. */
public final class MessageEntries {

  public record Written(UUID roomId, long senderId) {}

  public static final EntryType<Written> WRITTEN =
      new EntryType<>("message.written", Written.class);

  private MessageEntries() {}
}
