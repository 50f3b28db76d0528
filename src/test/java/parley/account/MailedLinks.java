package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import parley.Forum;

/** The tokens in the links of the mails that wait for an address. */
final class MailedLinks {

  private MailedLinks() {}

  /** Of all mails of this kind, oldest first. */
  static List<String> tokens(Forum forum, String address, String kind) {
    return forum.mails(address).stream()
        .filter(mail -> mail.getString("kind").equals(kind))
        .map(mail -> mail.getJsonObject("data").getString("link").replaceFirst(".*token=", ""))
        .toList();
  }

  /** Of the latest mail of this kind. */
  static String token(Forum forum, String address, String kind) {
    var tokens = tokens(forum, address, kind);
    assertThat(tokens).isNotEmpty();
    return tokens.get(tokens.size() - 1);
  }
}
