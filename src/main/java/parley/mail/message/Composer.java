package parley.mail.message;

import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import parley.mail.message.MessageContent.Unsubscribe;
import parley.text.Language;

/**
 * Creates messages with a plain and an HTML part. Sentences are filled as plain text and then
 * inserted into the layout, which escapes them. Only the quotation is already HTML; it is
 * sanitised. Headers are encoded here, because the mail client's encoding breaks characters outside
 * the Basic Multilingual Plane. Thread-safe.
 */
public final class Composer {

  private final String siteName;
  private final String siteUrl;
  private final String sender;
  private final Quote quote;
  private final Template text = layout(Mustache.compiler().escapeHTML(false), "txt");
  private final Template html = layout(Mustache.compiler().escapeHTML(true), "html");
  private final Map<Language, Phrases> phrases;

  /** Reads the layouts; blocks. */
  public Composer(String siteName, String siteUrl, String sender, Map<Language, Phrases> phrases) {
    this.siteName = HeaderText.clean(siteName);
    this.siteUrl = siteUrl;
    this.sender = sender;
    this.quote = new Quote(siteUrl);
    this.phrases = phrases;
  }

  private static Template layout(Mustache.Compiler compiler, String type) {
    return compiler
        .emptyStringIsFalse(true)
        .compile(
            new InputStreamReader(
                Phrases.resource("/mail/layout." + type + ".mustache"), StandardCharsets.UTF_8));
  }

  /**
   * Makes a mail, with a text and an HTML part, in the language of its recipient.
   *
   * @throws IllegalArgumentException if the address is not supported, or the template has no
   *     sentences
   * @throws com.samskivert.mustache.MustacheException if a value is missing in the data
   */
  public MailMessage compose(MessageContent letter) {
    var words = requireNonNull(phrases.get(letter.language()));
    var view = view(letter, words);
    var message =
        new MailMessage()
            .setFrom(sender)
            .setTo(Address.ascii(letter.recipient()))
            .setHeaders(headers(letter, String.valueOf(view.get("subject"))));
    view.put("quote", letter.post().map(quote::text).orElse(""));
    message.setText(text.execute(view));
    view.put("quote", letter.post().map(quote::html).orElse(""));
    return message.setHtml(html.execute(view));
  }

  private Map<String, Object> view(MessageContent letter, Phrases words) {
    var values = new HashMap<String, Object>();
    letter
        .data()
        .forEach(
            (name, value) ->
                values.put(name, value instanceof String line ? HeaderText.clean(line) : value));
    values.put("site", siteName);
    var view = new HashMap<String, Object>();
    view.put("language", letter.language().tag());
    view.put("site", siteName);
    view.put("siteUrl", siteUrl);
    view.put("greeting", words.say("greeting", values));
    for (var part : new String[] {"subject", "text", "reason"}) {
      view.put(part, words.say(letter.template() + "." + part, values));
    }
    view.put("link", values.getOrDefault("link", ""));
    var action = letter.template() + ".action";
    view.put("action", words.has(action) ? words.say(action, values) : "");
    view.put("unsubscribe", letter.unsubscribe().map(Unsubscribe::link).orElse(""));
    view.put(
        "unsubscribeWords",
        letter
            .unsubscribe()
            .map(exit -> words.say(exit.wish() + ".unsubscribe", values))
            .orElse(""));
    return view;
  }

  private MultiMap headers(MessageContent letter, String subject) {
    var domain = sender.substring(sender.indexOf('@') + 1);
    var headers =
        MultiMap.caseInsensitiveMultiMap()
            .set("Message-ID", "<" + letter.messageId() + "@" + domain + ">")
            .set(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    letter.createdAt().atOffset(ZoneOffset.UTC)))
            .set("From", HeaderText.phrase(siteName) + " <" + sender + ">")
            .set("Subject", HeaderText.encoded(subject))
            .set("Content-Language", letter.language().tag())
            .set("Auto-Submitted", "auto-generated"); // RFC 3834: prevents automatic replies
    letter
        .unsubscribe()
        .ifPresent(
            exit ->
                headers
                    .set("List-Unsubscribe", "<" + exit.link() + ">")
                    .set("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    return headers;
  }
}
