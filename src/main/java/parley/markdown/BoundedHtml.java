package parley.markdown;

import parley.failure.ForumException;

/** HTML output with a maximum length, because a short source can produce very long HTML. */
final class BoundedHtml implements Appendable {

  /**
   * In chars. An ordinary text of the maximum length, 50,000 code points, produces a fifth of this.
   */
  static final int MAX_LENGTH = 1_000_000;

  private final StringBuilder html = new StringBuilder();

  static ForumException tooComplex() {
    return ForumException.invalid("content", "too_complex", "This text has too much formatting.");
  }

  @Override
  public BoundedHtml append(CharSequence text) {
    return append(text, 0, text.length());
  }

  @Override
  public BoundedHtml append(CharSequence text, int start, int end) {
    if (html.length() + (end - start) > MAX_LENGTH) {
      throw tooComplex();
    }
    html.append(text, start, end);
    return this;
  }

  @Override
  public BoundedHtml append(char c) {
    return append(String.valueOf(c));
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
