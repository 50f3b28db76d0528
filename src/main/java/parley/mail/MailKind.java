package parley.mail;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of mail. The feature that queues such mails declares it, adds it to {@link Mails#KINDS},
 * and has its words beside itself, in {@code mail.<language>.properties}: {@code <word>.subject},
 * {@code <word>.text}, {@code <word>.reason} and, where the data have a {@code link}, {@code
 * <word>.action}.
 *
 * @param word its name in the database and in its words; never changed once there are such mails
 * @param owner a class of the feature; its package is where the words are
 * @param usefulFor how long after it was queued it may still be sent; empty for always
 * @param onlyVerified whether it goes only to the member's present address, and only if that is
 *     verified; else it goes to the address that it was queued for
 * @param perHour so many to one address; empty for the configured {@code mail.perHour}
 * @param causedPerHour so many because of one member, see {@link NewMail#causedBy()}; empty for any
 *     number
 * @param wish what members switch it off with; empty where it is always sent
 * @param check decides, when a mail is about to be sent, whether its member may still read what it
 *     tells; empty where nothing can have changed
 * @param quotesPost whether {@code html} of the data is a rendered post that it quotes
 */
public record MailKind(
    String word,
    Class<?> owner,
    Optional<Duration> usefulFor,
    boolean onlyVerified,
    Optional<Integer> perHour,
    Optional<Integer> causedPerHour,
    Optional<MailWish> wish,
    Optional<MailCheck> check,
    boolean quotesPost) {

  /** The column's length is what a word can be long at most. */
  static final int WORD_MAX = 32;

  public MailKind {
    Objects.requireNonNull(owner);
    requireWord(word);
  }

  /** Words are parts of keys, columns and links. */
  static void requireWord(String word) {
    if (!word.matches("[a-z_]{1," + WORD_MAX + "}")) {
      throw new IllegalArgumentException("'" + word + "' is no word for mails");
    }
  }

  /** A kind that is sent to whatever address it is queued for, with the configured limit. */
  public static MailKind of(String word, Class<?> owner) {
    return new MailKind(
        word,
        owner,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  public MailKind usefulFor(Duration time) {
    return new MailKind(
        word,
        owner,
        Optional.of(time),
        onlyVerified,
        perHour,
        causedPerHour,
        wish,
        check,
        quotesPost);
  }

  public MailKind toVerifiedAddresses() {
    return new MailKind(
        word, owner, usefulFor, true, perHour, causedPerHour, wish, check, quotesPost);
  }

  /**
   * The same kind with limits; more mails are skipped.
   *
   * @param toAddress the most mails an hour to one address
   * @param caused the most mails an hour that one member causes
   */
  public MailKind atMost(int toAddress, int caused) {
    return new MailKind(
        word,
        owner,
        usefulFor,
        onlyVerified,
        Optional.of(toAddress),
        Optional.of(caused),
        wish,
        check,
        quotesPost);
  }

  public MailKind switchedOffBy(MailWish by) {
    return new MailKind(
        word,
        owner,
        usefulFor,
        onlyVerified,
        perHour,
        causedPerHour,
        Optional.of(by),
        check,
        quotesPost);
  }

  public MailKind checkedBy(MailCheck by) {
    return new MailKind(
        word,
        owner,
        usefulFor,
        onlyVerified,
        perHour,
        causedPerHour,
        wish,
        Optional.of(by),
        quotesPost);
  }

  public MailKind quotingPost() {
    return new MailKind(
        word, owner, usefulFor, onlyVerified, perHour, causedPerHour, wish, check, true);
  }
}
