package parley.mail;

import java.util.List;
import java.util.Set;
import parley.personal.PersonalData;

/** What is stored about the mails to a member, and about the mails that their posts caused. */
final class MailData {

  static final PersonalData MAILS =
      new PersonalData(
          "mails",
          Set.of("mail.member_id", "mail.caused_by"),
          """
          SELECT kind, recipient, state, created_at AS createdAt, sent_at AS sentAt
          FROM mail WHERE member_id = ? ORDER BY id
          """,
          List.of(
              "DELETE FROM mail WHERE member_id = ?",
              "DELETE FROM mail WHERE caused_by = ? AND sent_at IS NULL",
              "UPDATE mail SET caused_by = NULL WHERE caused_by = ?"));

  private MailData() {}
}
