package parley.account;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import parley.mail.MailKind;
import parley.mail.message.Written;

class AccountMailsTest {

  @ParameterizedTest
  @FieldSource("parley.account.AccountMails#KINDS")
  void everyKindHasItsWordsInEveryLanguage(MailKind kind) {
    Written.inEveryLanguage(
        kind, Map.of("username", "Ann", "link", "https://f.example/x?token=a", "minutes", 30));
  }
}
