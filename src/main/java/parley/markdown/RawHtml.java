package parley.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.commonmark.node.HtmlBlock;
import org.jspecify.annotations.Nullable;

/**
 * A block of HTML as it was typed, until the tags of the whole document are judged. Then it becomes
 * HTML in which only accepted tags are left; all others are text.
 */
final class RawHtml extends HtmlBlock {

  /** A piece of the text: a tag, or what stands between tags. */
  private record Piece(String text, @Nullable HtmlTag tag) {}

  private final List<Piece> pieces = new ArrayList<>();
  private boolean judged;

  void read(String text) {
    setLiteral(text);
    Matcher tags = HtmlTag.PATTERN.matcher(text);
    int done = 0;
    while (tags.find()) {
      pieces.add(new Piece(text.substring(done, tags.start()), null));
      pieces.add(new Piece(tags.group(), HtmlTag.of(tags)));
      done = tags.end();
    }
    pieces.add(new Piece(text.substring(done), null));
  }

  boolean isJudged() {
    return judged;
  }

  /** All its tags, in order. */
  List<HtmlTag> tags() {
    return pieces.stream().flatMap(piece -> Stream.ofNullable(piece.tag())).toList();
  }

  void judged() {
    judged = true;
  }

  /** After its tags were judged. */
  String html() {
    StringBuilder html = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.tag() == null) {
        html.append(piece.text().replace("<", "&lt;"));
      } else if (piece.tag().accepted) {
        html.append(piece.tag().html());
      } else {
        html.append(piece.text().replace("&", "&amp;").replace("<", "&lt;"));
      }
    }
    return html.toString();
  }

  /** Whether any of it is HTML. */
  boolean isHtml() {
    return pieces.stream().anyMatch(piece -> piece.tag() != null && piece.tag().accepted);
  }
}
