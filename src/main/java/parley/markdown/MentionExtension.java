package parley.markdown;

import java.util.Set;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Mentions: {@code @username}, and {@code \@username} for one who is not to be mentioned. Register
 * it after extensions that make links.
 */
final class MentionExtension implements Parser.ParserExtension {

  @Override
  public void extend(Parser.Builder parser) {
    parser.customInlineContentParserFactory(new EscapedSigns()).postProcessor(new MentionFinder());
  }

  /** Keeps an escaped sign apart from the text after it, which the finder would read as a name. */
  private static final class EscapedSigns implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('\\');
    }

    @Override
    public InlineContentParser create() {
      return EscapedSigns::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
      Scanner scanner = state.scanner();
      scanner.next();
      return scanner.next('@')
          ? ParsedInline.of(MentionNode.escapedSign(), scanner.position())
          : ParsedInline.none();
    }
  }
}
