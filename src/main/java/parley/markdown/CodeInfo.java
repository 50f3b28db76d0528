package parley.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/**
 * The words after the fence of a code block. A language, and attributes as other tools know them,
 * are no text; anything else was meant to be read, so it becomes the first line of the code.
 */
final class CodeInfo {

  private static final Pattern LANGUAGE =
      Pattern.compile(
          "([A-Za-z0-9_+#.-]{1,32}+)(?:[,:]\\S*+)?+"
              + "(?:\\s++(?:\\{[^}]*+\\}|[\\w-]++=(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"']++)))*+\\s*+");

  private static final Pattern FIRST =
      Pattern.compile("(?s)(?:([A-Za-z0-9_+#.-]{1,32}+)(?=\\s))?+.*");

  private CodeInfo() {}

  static void showWhatIsNoLanguage(FencedCodeBlock code) {
    String info = code.getInfo();
    if (info == null || info.isBlank()) {
      return;
    }
    Matcher language = LANGUAGE.matcher(info);
    if (language.matches()) {
      code.setInfo(language.group(1));
    } else {
      code.setInfo(FIRST.matcher(info).replaceFirst("$1"));
      code.setLiteral(info + "\n" + code.getLiteral());
    }
  }
}
