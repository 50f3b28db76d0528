package parley.mail;

/** The outbox has something new. */
public record MailQueued() {}
