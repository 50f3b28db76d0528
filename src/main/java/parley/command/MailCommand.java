package parley.command;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.failure.ForumException;
import parley.mail.Mail;
import parley.mail.MailService;
import parley.mail.MailState;
import parley.mail.Outbox;
import parley.paging.PageRequest;
import parley.store.Database;
import parley.store.Migrations;
import parley.store.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the delivery status of mails, and queues failed mails again. */
@Command(
    name = "mail",
    mixinStandardHelpOptions = true,
    description = "Shows and retries mails in the outbox. The forum may be running.")
public final class MailCommand {

  private static final int CONNECTIONS = 2;
  private static final int SHOWN_MAX = 100;

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists mails with their delivery status, newest first.")
  int list(
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "Only mails in this state: queued, sending, sent, failed or skipped.")
          String state,
      @Option(
              names = "--page",
              paramLabel = "N",
              defaultValue = "1",
              description = "The page to show, from 1; a page has 100 mails.")
          long page) {
    return with(
        mails -> {
          var only = Optional.ofNullable(state).map(MailState::of);
          var found = mails.list(only, new PageRequest(Math.max(1, page), SHOWN_MAX)).await();
          found.items().forEach(mail -> out().println(line(mail)));
          out().println(found.items().size() + " of " + found.total() + " mails");
          return 0;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Queues mails again: the given ones, or all failed mails.")
  int retry(
      @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids as shown by the list.")
          List<Long> ids) {
    return with(
        mails -> {
          var queued = 0;
          if (ids == null || ids.isEmpty()) {
            queued = mails.retryFailed().await();
          } else {
            for (var id : ids) {
              mails.retry(id).await();
              queued++;
            }
          }
          out().println(queued + " mails queued again");
          return 0;
        });
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String line(Mail mail) {
    return "%d  %s  %-8s  %s  %s  attempts: %d%s"
        .formatted(
            mail.id(),
            mail.createdAt(),
            mail.state().word(),
            mail.kind(),
            mail.recipient(),
            mail.attempts(),
            mail.lastError() == null ? "" : "  " + mail.lastError());
  }

  private int with(Function<MailService, Integer> work) {
    var vertx = Vertx.vertx();
    try (var stores = Stores.reach(parley.settings(vertx).config())) {
      Migrations.run(stores.mysql());
      var clock = Clock.systemUTC();
      var database = new Database(vertx, stores.mysql(), CONNECTIONS, 5);
      var outbox = new Outbox(vertx.eventBus(), clock);
      var result = work.apply(new MailService(database, outbox, clock));
      database.close().await();
      return result;
    } catch (ForumException | IllegalArgumentException e) {
      spec.commandLine().getErr().println("parley: " + e.getMessage());
      return 1;
    } finally {
      vertx.close().await();
    }
  }
}
