package parley.search;

import java.util.List;

/** A part of a text as HTML, with marks. */
final class Marked {

  private static final String ELLIPSIS = "…";

  private Marked() {}

  /**
   * @param marks their starts and ends, ascending by their starts; they may overlap
   */
  static String html(String text, int start, int end, List<int[]> marks) {
    var html = new StringBuilder(start > 0 ? ELLIPSIS : "");
    var at = start;
    for (var i = 0; i < marks.size(); ) {
      var from = Math.max(at, marks.get(i)[0]);
      var to = marks.get(i)[1];
      for (i++; i < marks.size() && marks.get(i)[0] <= to; i++) {
        to = Math.max(to, marks.get(i)[1]);
      }
      to = Math.min(to, end);
      if (to > from) {
        escape(html, text, at, from);
        html.append("<mark>");
        escape(html, text, from, to);
        html.append("</mark>");
        at = to;
      }
    }
    escape(html, text, at, end);
    return html.append(end < text.length() ? ELLIPSIS : "").toString();
  }

  private static void escape(StringBuilder html, String text, int start, int end) {
    for (var i = start; i < end; i++) {
      switch (text.charAt(i)) {
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '&' -> html.append("&amp;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(text.charAt(i));
      }
    }
  }
}
