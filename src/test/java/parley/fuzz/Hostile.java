package parley.fuzz;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Hostile texts of pieces of markup, and of words that occur once each, so that a lost one is
 * noticed. The words stand where {@link #WORD} does.
 */
final class Hostile {

  static final char WORD = '\u0001';

  private static final String[] INLINE = {
    "\u0001",
    "\u0001",
    "\u0001",
    "\u0001",
    " ",
    " ",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "<",
    ">",
    "&",
    "\\",
    "!",
    "|",
    "#",
    "^",
    ":",
    "\"",
    "'",
    "=",
    "@",
    "@\u0001",
    "＠\u0001",
    "@\u0001/",
    ".@\u0001",
    "https://x.example/\u0001",
    "https://\u0001",
    "www.\u0001.example",
    "\u0001@x.example",
    "mailto:\u0001@x.example",
    "ftp://\u0001",
    "<https://x.example/\u0001>",
    "<\u0001:\u0001>",
    "[\u0001](https://x.example/)",
    "[\u0001](\u0001)",
    "[\u0001](javascript:\u0001)",
    "![\u0001](https://x.example/y.png)",
    "![\u0001](\u0001)",
    "[\u0001][a]",
    "[a]",
    "[^1]",
    "`\u0001`",
    "**\u0001**",
    "_\u0001_",
    "~~\u0001~~",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<b>\u0001</b>",
    "<a href=\"https://x.example/\">",
    "</a>",
    "<a href=\"javascript:\u0001\">",
    "<img src=\"https://x.example/y\">",
    "<img src=x onerror=\u0001>",
    "<br>",
    "<\u0001>",
    "</\u0001>",
    "<!-- \u0001 -->",
    "<!--",
    "-->",
    "<?\u0001?>",
    "<!\u0001>",
    "<![CDATA[\u0001]]>",
    "<script>",
    "</script>",
    "<style>",
    "<title>\u0001",
    "<svg/onload=x>",
    "<iframe src=\"\u0001\">",
    "&amp;",
    "&lt;",
    "&#\u0001;",
    "&nbsp;",
    "&copy",
    "\\*",
    "\\@\u0001",
    "\\<",
    "，",
    "。",
    "（",
    "）",
    "“",
    "”",
    "…",
    "中",
    "\u200D",
    "\u202E",
    "\u0301",
    "😀",
    "א",
    "\t",
    "  \n",
    "\\\n",
    "<b \u0001>",
    "<code>",
    "</code>",
    "<sup>",
    "</sup>",
    "<p>",
    "</p>",
    "<table>",
    "</table>",
    "<li>"
  };

  private static final String[] LINES = {
    "\n",
    "\n\n",
    "\n> ",
    "\n>> ",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n2) ",
    "\n- [ ] ",
    "\n- [x] ",
    "\n# ",
    "\n###### ",
    "\n    ",
    "\n\t",
    "\n```\n",
    "\n```\u0001\n",
    "\n``` \u0001 \u0001\n",
    "\n~~~\n",
    "\n---\n",
    "\n===\n",
    "\n* * *\n",
    "\n\n| \u0001 | \u0001 |\n|---|---|\n| \u0001 | \u0001 | \u0001 |\n",
    "\n| ",
    " | \u0001",
    "\n|---|\n",
    "\n\n[a]: https://x.example/\n",
    "\n\n[\u0001]: \u0001\n",
    "\n\n[^1]: \u0001\n",
    "\n\n[^\u0001]: \u0001\n",
    "\n<div>",
    "\n</div>\n",
    "\n<details><summary>\u0001</summary>\n\n",
    "\n\n</details>\n",
    "\n<pre>\u0001",
    "</pre>\n",
    "\n<table><tr><td>\u0001",
    "</td></tr></table>\n",
    "\n<ul><li>\u0001",
    "</ul>\n",
    "\n<p align=\"center\">\u0001",
    "\n<script>\n\u0001\n",
    "\n<?php\n\u0001\n",
    "\n<!-- \u0001\n",
    "\n<title>\u0001",
    "\n<!DOCTYPE \u0001>\n",
    "\n<h1>\u0001</h1>\n"
  };

  private Hostile() {}

  static Arbitrary<String> texts(int maxPieces) {
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, Arbitraries.of(INLINE)),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(LINES)));
    return piece.list().ofMinSize(1).ofMaxSize(maxPieces).map(pieces -> String.join("", pieces));
  }

  /** A text with its words, in order. */
  record Worded(String text, List<String> words) {

    static Worded of(String pattern) {
      StringBuilder text = new StringBuilder();
      List<String> words = new ArrayList<>();
      for (int i = 0; i < pattern.length(); i++) {
        if (pattern.charAt(i) == WORD) {
          String word = word(words.size());
          words.add(word);
          text.append(word);
        } else {
          text.append(pattern.charAt(i));
        }
      }
      return new Worded(text.toString(), words);
    }

    /** Letters that no markup has: {@code qaaz}, {@code qabz}. */
    private static String word(int number) {
      return "q"
          + (char) ('a' + number / 26 % 26)
          + (char) ('a' + number % 26)
          + "z"
          + (char) ('a' + number / 676 % 26);
    }
  }
}
