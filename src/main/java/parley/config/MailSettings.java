package parley.config;

import static parley.config.ConfigException.require;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How mails are sent: the section {@code mail} of {@code conf/parley.yaml}. */
public record MailSettings(
    String host,
    int port,
    Tls tls,
    String user,
    String password,
    String sender,
    int poolSize,
    int timeoutSeconds,
    int leaseSeconds,
    int sweepSeconds,
    int retrySeconds,
    int retryMaxSeconds,
    int giveUpHours,
    int keepDays,
    int perHour) {

  /** How a connection to the SMTP server is encrypted. */
  public enum Tls {
    @JsonProperty("none")
    NONE,
    @JsonProperty("starttls")
    STARTTLS,
    @JsonProperty("tls")
    TLS
  }

  /** The largest number of timeouts for one mail. */
  private static final int TIMEOUTS = 4;

  public MailSettings {
    require(port > 0 && port <= 65_535, "port", port, "1 to 65535");
    require(isAddress(sender), "sender", sender, "an address such as forum@example.org");
    require(poolSize > 0, "poolSize", poolSize, "1 or more");
    require(timeoutSeconds > 0, "timeoutSeconds", timeoutSeconds, "1 or more");
    require(
        leaseSeconds > TIMEOUTS * timeoutSeconds,
        "leaseSeconds",
        leaseSeconds,
        "more than four times mail.timeoutSeconds");
    require(sweepSeconds > 0, "sweepSeconds", sweepSeconds, "1 or more");
    require(retrySeconds > 0, "retrySeconds", retrySeconds, "1 or more");
    require(
        retryMaxSeconds >= retrySeconds,
        "retryMaxSeconds",
        retryMaxSeconds,
        "at least mail.retrySeconds");
    require(giveUpHours > 0, "giveUpHours", giveUpHours, "1 or more");
    require(keepDays > 0, "keepDays", keepDays, "1 or more");
    require(perHour > 0, "perHour", perHour, "1 or more");
  }

  public boolean embedded() {
    return host.isEmpty();
  }

  /** The same settings for the embedded server of this process, which accepts all mails. */
  public MailSettings withEmbedded(int port) {
    return new MailSettings(
        "127.0.0.1",
        port,
        Tls.NONE,
        "",
        "",
        sender,
        poolSize,
        timeoutSeconds,
        leaseSeconds,
        sweepSeconds,
        retrySeconds,
        retryMaxSeconds,
        giveUpHours,
        keepDays,
        perHour);
  }

  /** The domain of the sender's address, which is also used in message ids. */
  public String domain() {
    return sender.substring(sender.indexOf('@') + 1);
  }

  /** The longest time in seconds to deliver one mail to the server. */
  public int sendSeconds() {
    return TIMEOUTS * timeoutSeconds;
  }

  private static boolean isAddress(String sender) {
    return sender.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  }
}
