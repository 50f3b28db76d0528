package parley.mail.dev;

import static java.util.stream.Collectors.joining;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;

/** Parses a message. */
final class MimeReading {

  private MimeReading() {}

  static CaughtMail mail(StoredMessage stored) {
    try {
      var message = stored.getMimeMessage();
      return new CaughtMail(
          String.valueOf(message.getMessageID()).replaceAll("^<|@.*$", ""),
          date(stored).toString(),
          String.valueOf(message.getHeader("To", ", ")),
          String.valueOf(message.getSubject()),
          Collections.list(message.getAllHeaderLines()).stream().collect(joining("\n")),
          part(message, "text/plain"),
          part(message, "text/html"));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mail's date; the epoch if it has no readable one. */
  static Instant date(StoredMessage stored) {
    try {
      var date = String.valueOf(stored.getMimeMessage().getHeader("Date", null));
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (MessagingException | DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** The first part of this type; empty if there is none. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (var i = 0; i < parts.getCount(); i++) {
        var found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
