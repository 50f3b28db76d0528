package parley.rendering;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Map;
import java.util.stream.Collectors;
import parley.markdown.MarkdownRenderer;
import parley.markdown.Mention;
import parley.markdown.ParsedMarkdown;
import parley.member.Member;
import parley.member.MemberService;
import parley.store.Database;
import parley.text.Text;

/** Renders members' texts with resolved mentions, in worker threads. */
public final class RenderingService {

  /** The maximum length of a topic or a reply, in code points. */
  public static final int CONTENT_MAX = 50_000;

  private final Database database;
  private final MemberService members;
  private final MarkdownRenderer renderer = new MarkdownRenderer();
  private final WorkerExecutor workers;

  public RenderingService(Vertx vertx, Database database, MemberService members) {
    this.database = database;
    this.members = members;
    this.workers =
        vertx.createSharedWorkerExecutor("markdown", Runtime.getRuntime().availableProcessors());
  }

  /** Checks a text of several lines; null stays null. */
  public static String content(Text text, String value, int max) {
    return text.lines("content", value, 1, max);
  }

  /** Fails with INVALID if the text is too complex to render. */
  public Future<Rendered> render(String source) {
    return workers
        .executeBlocking(() -> renderer.parse(source), false)
        .compose(
            parsed ->
                members
                    .findByUsernames(database.client(), parsed.mentionCandidates())
                    .compose(found -> render(parsed, found)));
  }

  private Future<Rendered> render(ParsedMarkdown parsed, Map<String, Member> found) {
    var known =
        found.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> new Mention(entry.getValue().id(), entry.getValue().username())));
    return workers.executeBlocking(
        () -> {
          var ids = parsed.mentioned(known);
          var mentioned = found.values().stream().filter(member -> ids.contains(member.id()));
          return new Rendered(parsed.render(known), MarkdownRenderer.VERSION, mentioned.toList());
        },
        false);
  }
}
