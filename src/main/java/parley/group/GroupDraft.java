package parley.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Text;

/**
 * The requested values of a group; null for values that stay unchanged.
 *
 * @param colour as {@code #rrggbb}; empty for none
 */
record GroupDraft(
    @Nullable String name, @Nullable String colour, @Nullable List<String> permissions) {

  private static final int NAME_MAX = 50;

  /** A new one needs a name. */
  GroupDraft checked(boolean isNew) {
    var text = new Text();
    text.require(!isNew || name != null, "name", "required", "This field is required.");
    var checked = new GroupDraft(text.line("name", name, 1, NAME_MAX), colour, permissions);
    text.check();
    return checked;
  }
}
