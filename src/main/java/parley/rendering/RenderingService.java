package parley.rendering;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.failure.ForumException;
import parley.markdown.MarkdownRenderer;
import parley.markdown.Mention;
import parley.markdown.ParsedMarkdown;
import parley.markdown.ResolvedMarkdown;
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
  private final MentionNameRepository names = new MentionNameRepository();
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

  /** A new text. Fails with INVALID if it shows nothing, or is too complex to render. */
  public Future<Rendered> render(String source) {
    return parse(source)
        .compose(parsed -> known(parsed, Map.of()).compose(known -> render(parsed, known, true)));
  }

  /**
   * A text that its author edits. Names that it had before mean the same members as then, whoever
   * has the names now. Fails as {@link #render(String)}.
   */
  public Future<Rendered> edit(RenderedTable table, long id, String source) {
    return parse(source)
        .compose(
            parsed ->
                kept(parsed, table, id)
                    .compose(kept -> known(parsed, kept))
                    .compose(known -> render(parsed, known, true)));
  }

  /** A text as it is, with no names but those that it had. Fails with INVALID if too complex. */
  public Future<Rendered> again(RenderedTable table, long id, String source) {
    return parse(source)
        .compose(
            parsed ->
                kept(parsed, table, id)
                    .compose(this::membersOf)
                    .compose(known -> render(parsed, known, false)));
  }

  /** Keeps which members the names in a text mean, in the transaction that writes the text. */
  public Future<Void> saveNames(SqlClient tx, RenderedTable table, long id, Rendered text) {
    return names.add(tx, table, id, text.names());
  }

  private Future<ParsedMarkdown> parse(String source) {
    return workers.executeBlocking(() -> renderer.parse(source), false);
  }

  private Future<Map<String, Long>> kept(ParsedMarkdown parsed, RenderedTable table, long id) {
    return parsed.mentionCandidates().isEmpty()
        ? Future.succeededFuture(Map.of())
        : names.find(database.client(), table, id);
  }

  private Future<Map<String, Member>> known(ParsedMarkdown parsed, Map<String, Long> kept) {
    var others =
        parsed.mentionCandidates().stream().filter(name -> !kept.containsKey(name)).toList();
    return membersOf(kept)
        .compose(
            known ->
                members
                    .findByUsernames(database.client(), others)
                    .map(
                        found -> {
                          found.forEach(known::putIfAbsent);
                          return known;
                        }));
  }

  private Future<Map<String, Member>> membersOf(Map<String, Long> kept) {
    return members
        .findByIds(database.client(), List.copyOf(kept.values()))
        .map(
            found -> {
              var byId = found.stream().collect(Collectors.toMap(Member::id, each -> each));
              var known = new HashMap<String, Member>();
              kept.forEach((name, id) -> known.put(name, byId.get(id)));
              known.values().removeIf(member -> member == null);
              return known;
            });
  }

  private Future<Rendered> render(
      ParsedMarkdown parsed, Map<String, Member> found, boolean mustShowSomething) {
    var known =
        found.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> new Mention(entry.getValue().id(), entry.getValue().username())));
    return workers.executeBlocking(
        () -> {
          var text = parsed.resolve(known);
          if (mustShowSomething && text.isBlank()) {
            throw ForumException.invalid(
                "content", Text.EMPTY_WHEN_SHOWN, "This text is empty when shown.");
          }
          return rendered(text, found);
        },
        false);
  }

  private static Rendered rendered(ResolvedMarkdown text, Map<String, Member> found) {
    var byId = new HashMap<Long, Member>();
    found.values().forEach(member -> byId.put(member.id(), member));
    var addressed = text.addressed().stream().map(byId::get).toList();
    return new Rendered(text.html(), MarkdownRenderer.VERSION, addressed, text.names());
  }
}
