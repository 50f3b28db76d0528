package parley.topic;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.mail.message.Written;

class MentionsTest {

  @Test
  void aMentionHasItsWordsInEveryLanguage() {
    var kind =
        Mentions.kind(
            new MentionSettings(1, 1), new MentionWish(null), new MentionCheck(null, null));
    Written.inEveryLanguage(
        kind,
        Map.of(
            "username", "Ann", "author", "Bob", "title", "Title", "link", "https://f.example/x"));
  }
}
