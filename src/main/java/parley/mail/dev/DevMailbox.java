package parley.mail.dev;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.util.Comparator;
import java.util.List;

/**
 * An SMTP server on the loopback address that accepts every mail, keeps the last ones in memory and
 * forwards none. It needs GreenMail, which a packaged Parley may omit.
 */
public final class DevMailbox implements AutoCloseable {

  private static final int KEPT = 200;

  private final GreenMail server;

  private DevMailbox(GreenMail server) {
    this.server = server;
  }

  /** Starts it on a free port; blocks. */
  public static DevMailbox start() {
    var server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    return new DevMailbox(server);
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /** The last mails, newest first. Blocks, and deletes older ones. */
  List<CaughtMail> mails() {
    var stored =
        folders().stream()
            .flatMap(folder -> folder.getMessages().stream())
            .sorted(Comparator.comparing(MimeReading::date).reversed())
            .toList();
    stored.stream().skip(KEPT).forEach(old -> old.setFlag(Flags.Flag.DELETED, true));
    if (stored.size() > KEPT) {
      folders().forEach(DevMailbox::expunge);
    }
    return stored.stream().limit(KEPT).map(MimeReading::mail).toList();
  }

  private List<MailFolder> folders() {
    try {
      return List.copyOf(server.getManagers().getImapHostManager().getStore().listMailboxes("*"));
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void expunge(MailFolder folder) {
    try {
      folder.expunge();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
