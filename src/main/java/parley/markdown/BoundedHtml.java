package parley.markdown;

import parley.failure.ForumException;

/** HTML that refuses to grow beyond what a page can show, however little made it grow. */
final class BoundedHtml implements Appendable {

  /** In chars. An ordinary text at its longest, 50,000 code points, makes a fifth of this. */
  static final int MAX_LENGTH = 1_000_000;

  private final StringBuilder html = new StringBuilder();

  static ForumException tooComplex() {
    return ForumException.invalid(
        "content", "too_complex", "This text has too much formatting to be shown.");
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
