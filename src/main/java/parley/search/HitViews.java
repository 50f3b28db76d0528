package parley.search;

import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.jspecify.annotations.Nullable;
import parley.search.Hit.OfMessage;
import parley.search.Hit.OfReply;
import parley.search.HitLoading.Loaded;
import parley.search.index.Fields;
import parley.search.index.Found;
import parley.search.text.HtmlText;

/** Hits as they are shown. Takes some time with long texts. Not thread-safe. */
final class HitViews {

  private final Loaded loaded;
  private final Snippets snippets;

  HitViews(Hits hits, Loaded loaded) {
    this.loaded = loaded;
    this.snippets = new Snippets(hits.query() == null ? new MatchNoDocsQuery() : hits.query());
  }

  /** Without those that are not shown. */
  List<Hit> of(List<Found> found) {
    return found.stream().map(this::of).filter(Objects::nonNull).toList();
  }

  private @Nullable Hit of(Found found) {
    return switch (found.kind()) {
      case TOPIC -> topic(found);
      case REPLY -> reply(found);
      case MEMBER -> member(found.id());
      case MESSAGE -> message(found.id());
    };
  }

  private @Nullable Hit topic(Found found) {
    var topic = loaded.topicOf(found);
    var html = loaded.topicTexts().get(found.id());
    return topic == null || html == null
        ? null
        : new Hit(
            "topic",
            topic,
            null,
            null,
            null,
            snippets.all(Fields.TITLE, topic.title()),
            snippets.best(Fields.TEXT, HtmlText.of(html)),
            topic.createdAt());
  }

  private @Nullable Hit reply(Found found) {
    var topic = loaded.topicOf(found);
    var reply = loaded.replies().get(found.id());
    return topic == null || reply == null
        ? null
        : new Hit(
            "reply",
            topic,
            new OfReply(reply.id(), reply.topicId(), reply.floor(), reply.author(), reply.at()),
            null,
            null,
            snippets.all(Fields.TITLE, topic.title()),
            snippets.best(Fields.TEXT, HtmlText.of(reply.html())),
            reply.at());
  }

  private @Nullable Hit member(long id) {
    var row = loaded.members().get(id);
    return row == null
        ? null
        : new Hit(
            "member",
            null,
            null,
            row.member(),
            null,
            snippets.all(Fields.TITLE, row.member().username()),
            "",
            row.at());
  }

  private @Nullable Hit message(long id) {
    var row = loaded.messages().get(id);
    return row == null
        ? null
        : new Hit(
            "message",
            null,
            null,
            null,
            new OfMessage(row.id(), row.roomId(), row.sender(), row.contact()),
            Marked.html(row.contact().username(), 0, row.contact().username().length(), List.of()),
            snippets.best(Fields.TEXT, HtmlText.of(row.html())),
            row.at());
  }
}
