package parley.mail;

/** The outbox has a new mail. */
public record MailQueued() {}
