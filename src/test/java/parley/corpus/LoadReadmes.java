package parley.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import parley.markdown.HtmlSafety;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "load-readmes",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Opens a topic for every README below a directory in a running forum, then reads each back and "
          + "checks that its HTML is safe.",
      "The forum limits how often a member may post, and the loader waits as long as it is told to. "
          + "Start the forum with PARLEY_LIMITS_ENABLED=false to be done in seconds.",
      "Exits with 1 if any answer was neither success nor a problem that explains itself."
    })
final class LoadReadmes implements Callable<Integer> {

  private static final int CONTENT_LENGTH = 50_000;

  @Spec private CommandSpec spec;

  @Option(names = "--url", description = "Where the forum is.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--dir", description = "Where to look for documents.")
  private Path directory =
      Path.of(System.getProperty("parley.home", "."), "src/main/client/node_modules");

  @Option(names = "--limit", description = "How many documents to take at most.")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--board", description = "The id of the board to open topics on.")
  private long board = 1;

  @Option(names = "--user", description = "Who posts; registered if need be.")
  private String username = "readmes-" + UUID.randomUUID().toString().substring(0, 8);

  @Option(
      names = "--password",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description = "The password of a --user who exists; by default a random one.")
  private String password = UUID.randomUUID().toString();

  private record Posted(Readme document, long id) {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new LoadReadmes()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    var report = new LoadReport(out);
    ReadmeCorpus corpus = ReadmeCorpus.below(directory);
    var forum = new ForumClient(url, time -> pause(out, time));
    forum.enter(username, password);
    List<Posted> topics = new ArrayList<>();
    for (Readme document : corpus.documents().stream().limit(limit).toList()) {
      post(forum, document, topics, report);
    }
    for (Posted topic : topics) {
      check(forum, topic, report);
    }
    report.summarise(corpus.notUtf8().size());
    return report.isGood() ? 0 : 1;
  }

  private void post(ForumClient forum, Readme document, List<Posted> topics, LoadReport report)
      throws IOException, InterruptedException {
    ForumAnswer answer = forum.openTopic(board, document.title(), document.text());
    boolean tooLong = document.length() > CONTENT_LENGTH;
    boolean calledTooLong = answer.errors().contains("content too_long");
    if (answer.status() == 201 && !tooLong) {
      topics.add(new Posted(document, answer.body().path("id").asLong()));
    } else if (answer.isProblem() && calledTooLong == tooLong) {
      report.refused(document, answer.describe());
    } else {
      report.failed(document, answer.describe());
    }
  }

  private static void check(ForumClient forum, Posted topic, LoadReport report)
      throws IOException, InterruptedException {
    ForumAnswer answer = forum.topic(topic.id());
    String html = answer.body().path("html").asText(null);
    if (answer.status() != 200 || html == null) {
      report.failed(topic.document(), answer.describe());
      return;
    }
    try {
      HtmlSafety.assertSafe(html);
      report.accepted();
    } catch (AssertionError unsafe) {
      report.failed(topic.document(), "topic %d: %s".formatted(topic.id(), unsafe.getMessage()));
    }
  }

  private static void pause(PrintWriter out, Duration time) {
    out.printf("waiting for %d s, as the forum asks%n", time.toSeconds());
    out.flush();
    try {
      TimeUnit.SECONDS.sleep(time.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
