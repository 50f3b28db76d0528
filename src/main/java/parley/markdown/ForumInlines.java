package parley.markdown;

import java.util.HashSet;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;
import parley.markdown.MentionScanner.Candidate;

/**
 * Reads words, bare links, mentions and delimiters of emphasis. Links and mentions are recognised
 * while the text is read, so that no underscore or asterisk within them can become emphasis.
 */
final class ForumInlines implements InlineContentParserFactory {

  private static final Set<Character> TRIGGERS = triggers();

  /** The characters at which the parser has something else to do than to read text. */
  private static final String SPECIAL = "\n[]!*_~\\`&<@＠" + Scanner.END;

  private final Names names;

  ForumInlines(Names names) {
    this.names = names;
  }

  private static Set<Character> triggers() {
    Set<Character> triggers = new HashSet<>(Set.of('*', '_', '~', '@', '＠', '<'));
    for (char c = '0'; c <= 'z'; c++) {
      if (isWord(c)) {
        triggers.add(c);
      }
    }
    return Set.copyOf(triggers);
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  @Override
  public Set<Character> getTriggerCharacters() {
    return TRIGGERS;
  }

  @Override
  public InlineContentParser create() {
    return new Reader(names);
  }

  /** For one block. */
  private static final class Reader implements InlineContentParser {

    private final Names names;
    private final EndlessHtml endless = new EndlessHtml();

    /** Whether the last run of underscores can open emphasis. */
    private boolean opened;

    /** The length of the last run of delimiters. */
    private int delimiters;

    Reader(Names names) {
      this.names = names;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      return switch (scanner.peek()) {
        case '*', '~' -> delimiters(scanner);
        case '_' -> {
          ParsedInline mail = link(scanner);
          yield mail == null ? delimiters(scanner) : mail;
        }
        case '@', '＠' -> mention(scanner);
        case '<' -> angle(scanner);
        default -> words(scanner);
      };
    }

    private ParsedInline delimiters(Scanner scanner) {
      char character = scanner.peek();
      int before = scanner.peekPreviousCodePoint();
      int length = scanner.matchMultiple(character);
      delimiters = length;
      DelimiterRun run = Flanking.run(character, length, before, scanner.peekCodePoint());
      opened = run.canOpen;
      return ParsedInline.of(run, scanner.position());
    }

    /** Whatever begins with it is left to the library, unless it cannot end. */
    private ParsedInline angle(Scanner scanner) {
      scanner.next();
      Position after = scanner.position();
      return endless.begins(scanner) ? ParsedInline.of(new Text("<"), after) : ParsedInline.none();
    }

    private ParsedInline mention(Scanner scanner) {
      int before = scanner.peekPreviousCodePoint();
      if (!MentionScanner.mayFollow(before) || before == '_' && !opened) {
        return ParsedInline.none();
      }
      Position start = scanner.position();
      String run = Runs.name(scanner);
      Candidate name = names.choose(MentionScanner.candidates(run));
      if (name == null) {
        return ParsedInline.none();
      }
      scanner.setPosition(start);
      Runs.skip(scanner, name.end());
      return ParsedInline.of(
          new MentionNode(run.substring(0, name.end()), name.key(), names.member(name.key())),
          scanner.position());
    }

    /** Text up to the next special character or link; or the link. */
    private ParsedInline words(Scanner scanner) {
      ParsedInline link = link(scanner);
      if (link != null) {
        return link;
      }
      Position start = scanner.position();
      Runs.skip(scanner, Runs.pathBeforeSign(scanner));
      skipWord(scanner);
      Position end = scanner.position();
      char c = scanner.peek();
      while (SPECIAL.indexOf(c) < 0) {
        if (!isWord(c)) {
          scanner.next();
          if (c != ' ' && c != '\t') {
            end = scanner.position();
          }
        } else if (Runs.mayBeginLink(scanner)) {
          return text(scanner, start, scanner.position());
        } else {
          skipWord(scanner);
          end = scanner.position();
        }
        c = scanner.peek();
      }
      // white space at the end of a line is left to the library, which removes it
      return text(scanner, start, c == '\n' || c == Scanner.END ? end : scanner.position());
    }

    private static void skipWord(Scanner scanner) {
      while (isWord(scanner.peek())) {
        scanner.next();
      }
    }

    private static ParsedInline text(Scanner scanner, Position start, Position end) {
      return ParsedInline.of(new Text(scanner.getSource(start, end).getContent()), end);
    }

    private @Nullable ParsedInline link(Scanner scanner) {
      Position start = scanner.position();
      BareLinks.Found found = Runs.link(scanner, delimiters);
      scanner.setPosition(start);
      if (found == null) {
        return null;
      }
      Runs.skip(scanner, found.length());
      String written = scanner.getSource(start, scanner.position()).getContent();
      Link link = new Link(found.destination(), null);
      link.appendChild(new Text(Runs.unescaped(written)));
      return ParsedInline.of(link, scanner.position());
    }
  }
}
