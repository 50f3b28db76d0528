package parley.markdown;

import java.util.Set;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Mentions: {@code @username}, and {@code \@username} to write a name without a mention. Register
 * it after extensions that create links.
 */
final class MentionExtension implements Parser.ParserExtension {

  @Override
  public void extend(Parser.Builder parser) {
    parser.customInlineContentParserFactory(new EscapedSigns()).postProcessor(new MentionFinder());
  }

  /** Separates an escaped sign from the text after it, which would otherwise be read as a name. */
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
