package parley.mail.dev;

/**
 * A mail received by the embedded server.
 *
 * @param id the left part of its Message-ID
 * @param headers as received, one for each line
 */
record CaughtMail(
    String id, String date, String to, String subject, String headers, String text, String html) {}
