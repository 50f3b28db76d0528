package parley.board.admin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.board.BoardKind;
import parley.text.Folding;
import parley.text.Text;

/**
 * The requested values of a board; null for values that stay unchanged, or that the forum chooses.
 *
 * @param slug its name in addresses: letters, digits and single hyphens
 * @param colour as {@code #rrggbb}; empty for none
 * @param parentId the board that it is shown below; 0 for none
 */
record BoardDraft(
    @Nullable String title,
    @Nullable String slug,
    @Nullable String description,
    @Nullable String colour,
    @Nullable BoardKind kind,
    @Nullable Long parentId,
    @Nullable Boolean archived) {

  private static final int TITLE_MAX = 100;
  private static final int SLUG_MAX = 80;
  private static final int DESCRIPTION_MAX = 500;
  private static final Pattern SLUG =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(-[\\p{L}\\p{N}\\p{M}]+)*");

  /** A new one needs a title. */
  BoardDraft checked(boolean isNew) {
    var text = new Text();
    var checkedSlug = text.line("slug", slug == null ? null : Folding.key(slug), 1, SLUG_MAX);
    text.require(!isNew || title != null, "title", "required", "This field is required.");
    text.require(
        checkedSlug == null || SLUG.matcher(checkedSlug).matches(),
        "slug",
        "invalid",
        "A slug has letters and digits, with single hyphens between them.");
    var checked =
        new BoardDraft(
            text.line("title", title, 1, TITLE_MAX),
            checkedSlug,
            text.line("description", description, 0, DESCRIPTION_MAX),
            colour,
            kind,
            parentId,
            archived);
    text.check();
    return checked;
  }

  /** A slug made of the title; empty where nothing of it can be used. */
  static String slugOf(String title) {
    var slug = Folding.key(title).replaceAll("[^\\p{L}\\p{N}\\p{M}]+", "-").replaceAll("^-|-$", "");
    var end = slug.offsetByCodePoints(0, Math.min(SLUG_MAX, slug.codePointCount(0, slug.length())));
    return slug.substring(0, end).replaceAll("-$", "");
  }
}
