package parley.account;

import java.util.List;
import java.util.Set;
import parley.personal.PersonalData;

/** What is stored about a member's account. */
final class AccountData {

  private static final PersonalData TASKS =
      new PersonalData(
          "accountTasks",
          Set.of("account_task.member_id"),
          "SELECT kind, email, created_at AS createdAt FROM account_task WHERE member_id = ?",
          List.of("DELETE FROM account_task WHERE member_id = ?"));

  private static final PersonalData PENDING =
      new PersonalData(
          "pendingAddress",
          Set.of("pending_address.member_id"),
          "SELECT email, created_at AS createdAt FROM pending_address WHERE member_id = ?",
          List.of("DELETE FROM pending_address WHERE member_id = ?"));

  private static final PersonalData NAMES =
      new PersonalData(
          "formerNames",
          Set.of("freed_name.member_id"),
          "SELECT username_key AS name, freed_at AS freedAt FROM freed_name WHERE member_id = ?",
          List.of("DELETE FROM freed_name WHERE member_id = ?"));

  private static final PersonalData TOKENS =
      new PersonalData(
          "oneTimeTokens",
          Set.of("one_time_token.member_id"),
          "SELECT purpose, email, expires_at AS expiresAt FROM one_time_token WHERE member_id = ?",
          List.of("DELETE FROM one_time_token WHERE member_id = ?"));

  /** The name that is left has a space, so that nobody can have it. */
  static final PersonalData ACCOUNT =
      new PersonalData(
          "account",
          Set.of("member.id"),
          """
          SELECT id, username, email, email_verified AS emailVerified, role, image, signature,
            language, created_at AS createdAt
          FROM member WHERE id = ?
          """,
          List.of(
              """
              UPDATE member SET username = CONCAT('former member ', id),
                username_key = CONCAT('former member ', id), email = '',
                email_key = CONCAT('erased ', id), email_verified = FALSE, email_since = NULL,
                password_hash = '',
                password_version = password_version + 1, role = 'member', image = NULL,
                signature = ''
              WHERE id = ?
              """));

  /** All but the account itself. */
  static final List<PersonalData> ALL = List.of(TASKS, PENDING, NAMES, TOKENS);

  private AccountData() {}
}
