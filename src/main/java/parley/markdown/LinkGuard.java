package parley.markdown;

import org.commonmark.internal.util.Escaping;
import org.commonmark.node.CustomNode;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Marks links and pictures with an address that {@link SafeUrls} does not let through, so that they
 * are shown as they were typed. The library makes the others.
 */
final class LinkGuard implements LinkProcessor {

  /** A link or a picture that is shown as it was typed: its children stand between the brackets. */
  static final class TypedLink extends CustomNode {

    final String before;
    final String after;

    TypedLink(String before, String after) {
      this.before = before;
      this.after = after;
    }
  }

  @Override
  public LinkResult process(LinkInfo info, Scanner scanner, InlineParserContext context) {
    boolean picture = info.marker() != null && info.marker().getLiteral().equals("!");
    String destination = destination(info, context);
    if (destination == null || letsThrough(picture, destination)) {
      return LinkResult.none();
    }
    String target = scanner.getSource(info.afterTextBracket(), scanner.position()).getContent();
    LinkResult result =
        LinkResult.wrapTextIn(
            new TypedLink(picture ? "![" : "[", "]" + target), scanner.position());
    return picture ? result.includeMarker() : result;
  }

  static boolean letsThrough(boolean picture, String destination) {
    String encoded = Escaping.percentEncodeUrl(destination);
    return picture ? SafeUrls.isPicture(encoded) : SafeUrls.isLink(encoded);
  }

  private static @Nullable String destination(LinkInfo info, InlineParserContext context) {
    if (info.destination() != null) {
      return info.destination();
    }
    String label = info.label() == null || info.label().isEmpty() ? info.text() : info.label();
    LinkReferenceDefinition definition =
        context.getDefinition(LinkReferenceDefinition.class, label);
    return definition == null ? null : definition.getDestination();
  }
}
