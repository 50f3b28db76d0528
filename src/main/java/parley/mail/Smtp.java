package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;
import parley.config.MailSettings;
import parley.config.MailSettings.Tls;

/**
 * Sends mails to the SMTP server (RFC 5321). The connection is closed if the server is silent for
 * too long, or if a delivery takes longer than {@link MailSettings#sendSeconds()}.
 */
final class Smtp {

  private final MailClient client;
  private final long sendSeconds;

  Smtp(Vertx vertx, MailSettings config) {
    this.client = MailClient.create(vertx, options(config));
    this.sendSeconds = config.sendSeconds();
  }

  /**
   * Pipelining is off, because after a refused recipient the connection would hang until a timeout.
   */
  private static MailConfig options(MailSettings config) {
    var options =
        new MailConfig()
            .setHostname(config.host())
            .setPort(config.port())
            .setSsl(config.tls() == Tls.TLS)
            .setStarttls(
                config.tls() == Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
            .setLogin(config.user().isEmpty() ? LoginOption.DISABLED : LoginOption.REQUIRED)
            .setOwnHostname(config.domain())
            .setMaxPoolSize(config.poolSize())
            .setPipelining(false);
    if (!config.user().isEmpty()) {
      options.setUsername(config.user()).setPassword(config.password());
    }
    options.setConnectTimeout(config.timeoutSeconds() * 1000);
    options.setIdleTimeout(config.timeoutSeconds()).setIdleTimeoutUnit(TimeUnit.SECONDS);
    return options;
  }

  /**
   * Succeeds when the server has accepted the mail. Otherwise fails with an error that {@link
   * SmtpFailure} interprets.
   */
  Future<Void> send(MailMessage message) {
    return client.sendMail(message).<Void>mapEmpty().timeout(sendSeconds, TimeUnit.SECONDS);
  }

  Future<Void> close() {
    return client.close();
  }
}
