package parley.mail.message;

/** The text part that a mail has for a post. */
public final class MailText {

  private static final Quote QUOTE = new Quote("https://forum.example");

  private MailText() {}

  public static String of(String html) {
    return QUOTE.text(html);
  }

  public static String htmlOf(String html) {
    return QUOTE.html(html);
  }
}
