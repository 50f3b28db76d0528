package parley.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.mail.message.Phrases;
import parley.text.Language;

/** The kinds of mails that features have declared, and the wishes that switch them off. */
final class MailKinds {

  private final Map<String, MailKind> kinds = new HashMap<>();
  private final Map<String, MailWish> wishes = new HashMap<>();
  private final Set<Class<?>> owners = new LinkedHashSet<>();

  /**
   * @throws IllegalArgumentException where two kinds have one word
   */
  MailKinds(List<MailKind> declared) {
    for (var kind : declared) {
      if (kinds.put(kind.word(), kind) != null) {
        throw new IllegalArgumentException("Two kinds of mails are called " + kind.word());
      }
      owners.add(kind.owner());
      kind.wish().ifPresent(this::add);
    }
  }

  private void add(MailWish wish) {
    MailKind.requireWord(wish.word());
    var other = wishes.put(wish.word(), wish);
    if (other != null && other != wish) {
      throw new IllegalArgumentException("Two wishes are called " + wish.word());
    }
  }

  /** Empty for a word that no feature of this program has declared. */
  Optional<MailKind> find(String word) {
    return Optional.ofNullable(kinds.get(word));
  }

  Collection<MailWish> wishes() {
    return wishes.values();
  }

  /**
   * @param word empty for the wish of links that name none
   */
  Optional<MailWish> wish(String word) {
    return word.isEmpty()
        ? wishes.values().stream().filter(MailWish::isOfUnnamedLinks).findFirst()
        : Optional.ofNullable(wishes.get(word));
  }

  /**
   * Looks whether there are words for every kind in every language, before a mail needs them.
   *
   * @throws IllegalArgumentException where there are not
   */
  void requireWords(Map<Language, Phrases> phrases) {
    for (var words : phrases.values()) {
      kinds.keySet().forEach(kind -> words.require(kind, "subject", "text", "reason"));
      wishes.keySet().forEach(wish -> words.require(wish, "unsubscribe", "question", "stopped"));
    }
  }

  /** Classes in whose packages the words are. */
  Set<Class<?>> owners() {
    return owners;
  }
}
