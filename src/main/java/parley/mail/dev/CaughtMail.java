package parley.mail.dev;

/**
 * A mail that the embedded server took.
 *
 * @param id the left part of its Message-ID
 * @param headers as they came, a line each
 */
record CaughtMail(
    String id, String date, String to, String subject, String headers, String text, String html) {}
