package parley.text;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a mail can be sent to: the one rule for registration, settings, lookups
 * and the sender of mails. The domain is in ASCII by IDNA 2008 (UTS 46, non-transitional), in lower
 * case, so that {@code straße.de} never becomes {@code strasse.de}. The local part is a dot-atom in
 * ASCII (RFC 5322, 3.2.3), since the mail sender does not use SMTPUTF8 (RFC 6531).
 *
 * @param local the part before the {@code @}, as it was written
 * @param domain in ASCII and lower case
 */
public record EmailAddress(String local, String domain) {

  /** In octets. RFC 5321, 4.5.3.1.3: a path has 256 with its angle brackets. */
  public static final int MAX_OCTETS = 254;

  private static final Pattern LOCAL =
      Pattern.compile(
          "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  /** Labels of at most 63 letters, digits and inner hyphens; the last one is no number. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final IDNA DOMAINS =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  /** Empty if no mail can be sent to this text. White space at the ends is ignored. */
  public static Optional<EmailAddress> parse(String text) {
    var address = text.strip();
    var at = address.lastIndexOf('@');
    if (at < 0 || !LOCAL.matcher(address.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return domain(address.substring(at + 1))
        .map(domain -> new EmailAddress(address.substring(0, at), domain))
        .filter(parsed -> parsed.mailable().length() <= MAX_OCTETS);
  }

  /**
   * The form in which addresses are compared and looked up; the same for all spellings of one. Text
   * that is no address, and addresses that were stored before the present rule, have a key too.
   * {@code key(key(text))} is {@code key(text)}.
   */
  public static String key(String text) {
    var address = text.strip();
    var at = address.lastIndexOf('@');
    var domain = at < 0 ? Optional.<String>empty() : domain(address.substring(at + 1));
    return domain
        .map(ascii -> Folding.key(address.substring(0, at)) + '@' + ascii)
        .orElseGet(() -> Folding.key(address));
  }

  /** The address as it is given to SMTP. */
  public String mailable() {
    return local + '@' + domain;
  }

  private static Optional<String> domain(String written) {
    if (written.getBytes(StandardCharsets.UTF_8).length > MAX_OCTETS) {
      return Optional.empty(); // no domain is as long, and converting it costs time
    }
    var info = new IDNA.Info();
    var ascii = DOMAINS.nameToASCII(written, new StringBuilder(), info).toString();
    var errors = EnumSet.noneOf(IDNA.Error.class);
    errors.addAll(info.getErrors());
    errors.remove(IDNA.Error.HYPHEN_3_4); // domains of the time before IDNA have such names
    return errors.isEmpty() && DOMAIN.matcher(ascii).matches()
        ? Optional.of(ascii)
        : Optional.empty();
  }
}
