package parley.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code conf/parley.yaml} says, with its comments, which YAML parsers drop: a section or a
 * key a line, two spaces a level, a comment behind.
 */
record DefaultsFile(List<Section> sections) {

  /**
   * @param name empty for what is in none
   */
  record Section(String name, String comment, List<Key> keys) {}

  /**
   * @param name with all its sections
   */
  record Key(String name, String value, String comment) {}

  private static final Pattern LINE =
      Pattern.compile("( *)(\\w+):(?: +([^# ][^#]*?))? *(?:# *(.*))?");

  static DefaultsFile of(List<String> lines) {
    var top = new Section("", "", new ArrayList<>());
    var sections = new ArrayList<>(List.of(top));
    var path = new ArrayList<String>();
    var insideComment = "";
    for (var text : lines) {
      var line = LINE.matcher(text);
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      if (!line.matches()) {
        throw new IllegalArgumentException("Not a key: " + text);
      }
      var depth = line.group(1).length() / 2;
      path.subList(depth, path.size()).clear();
      path.add(line.group(2));
      if (line.group(3) == null && depth == 0) {
        sections.add(new Section(line.group(2), comment(line), new ArrayList<>()));
        insideComment = "";
      } else if (line.group(3) == null) {
        insideComment = comment(line);
      } else {
        var section = depth == 0 ? top : sections.get(sections.size() - 1);
        var comment = comment(line);
        if (depth == 2 && comment.isEmpty()) {
          comment = insideComment;
        }
        section.keys().add(new Key(String.join(".", path), unquoted(line.group(3)), comment));
      }
    }
    return new DefaultsFile(sections);
  }

  private static String comment(Matcher line) {
    return line.group(4) == null ? "" : line.group(4).strip();
  }

  private static String unquoted(String value) {
    return value.equals("\"\"") ? "" : value;
  }
}
