package parley.markdown;

import java.util.HashMap;
import java.util.Map;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/**
 * Turns runs of delimiters into emphasis, with CommonMark's algorithm (0.31.2, appendix "A parsing
 * strategy"). It works on the finished nodes and not while they are parsed, because the library
 * decides by itself which runs open or close, and knows nothing of {@link Flanking}. Links bind
 * more tightly than emphasis in both ways: the runs within a link's text are children of the link.
 */
final class EmphasisResolver {

  private final int maxDepth;

  EmphasisResolver(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  /** Resolves all runs below this node, and returns the depth of the deepest emphasis. */
  int resolve(Node parent) {
    DelimiterRun last = null;
    int depth = 0;
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof DelimiterRun run) {
        run.previousRun = last;
        if (last != null) {
          last.nextRun = run;
        }
        last = run;
      } else if (node.getFirstChild() != null) {
        int inner = resolve(node) + 1;
        depth = Math.max(depth, inner);
        if (last != null) {
          last.depthAfter = Math.max(last.depthAfter, inner);
        }
      }
    }
    return last == null ? depth : Math.max(depth, match(last));
  }

  private record Key(char character, int remainder, boolean opens) {}

  private int match(DelimiterRun last) {
    Map<Key, DelimiterRun> bottoms = new HashMap<>();
    DelimiterRun closer = last;
    while (closer.previousRun != null) {
      closer = closer.previousRun;
    }
    DelimiterRun first = closer;
    int depth = 0;
    while (closer != null) {
      if (!closer.canClose) {
        closer = closer.nextRun;
        continue;
      }
      Key key = new Key(closer.character, closer.originalLength % 3, closer.canOpen);
      DelimiterRun bottom = bottoms.get(key);
      DelimiterRun opener = closer.previousRun;
      int inner = 0;
      while (opener != null && opener != bottom) {
        inner = Math.max(inner, opener.depthAfter);
        if (inner >= maxDepth || matches(opener, closer)) {
          break;
        }
        opener = opener.previousRun;
      }
      if (opener == null || opener == bottom || inner >= maxDepth) {
        bottoms.put(key, closer.previousRun);
        DelimiterRun next = closer.nextRun;
        if (!closer.canOpen) {
          drop(closer);
        }
        closer = next;
        continue;
      }
      depth = Math.max(depth, inner + 1);
      closer = wrap(opener, closer, inner + 1);
    }
    for (DelimiterRun run = first; run != null; run = run.nextRun) {
      if (run.getParent() != null) {
        asText(run);
      }
    }
    return depth;
  }

  private static boolean matches(DelimiterRun opener, DelimiterRun closer) {
    if (!opener.canOpen || opener.character != closer.character) {
      return false;
    }
    if (opener.character == '~') {
      return opener.length == 2 && closer.length == 2;
    }
    boolean ambiguous = opener.canClose || closer.canOpen;
    return !ambiguous
        || closer.originalLength % 3 == 0
        || (opener.originalLength + closer.originalLength) % 3 != 0;
  }

  /** Returns the next run that may close; null for none. */
  private static @Nullable DelimiterRun wrap(DelimiterRun opener, DelimiterRun closer, int depth) {
    for (DelimiterRun run = opener.nextRun; run != null && run != closer; run = opener.nextRun) {
      drop(run);
    }
    int used = opener.length >= 2 && closer.length >= 2 ? 2 : 1;
    Node emphasis = emphasis(opener.character, used);
    for (Node node = opener.getNext(); node != closer; node = opener.getNext()) {
      emphasis.appendChild(node);
    }
    opener.insertAfter(emphasis);
    opener.depthAfter = depth;
    opener.length -= used;
    closer.length -= used;
    if (opener.length == 0) {
      unlink(opener);
      opener.unlink();
    }
    if (closer.length == 0) {
      DelimiterRun next = closer.nextRun;
      unlink(closer);
      closer.unlink();
      return next;
    }
    return closer;
  }

  private static Node emphasis(char character, int length) {
    String delimiter = String.valueOf(character).repeat(length);
    if (character == '~') {
      return new Strikethrough(delimiter);
    }
    return length == 2 ? new StrongEmphasis(delimiter) : new Emphasis(delimiter);
  }

  private static void drop(DelimiterRun run) {
    unlink(run);
    asText(run);
  }

  private static void asText(DelimiterRun run) {
    run.insertAfter(run.asText());
    run.unlink();
  }

  /** Takes it out of the list of live runs. */
  private static void unlink(DelimiterRun run) {
    if (run.previousRun != null) {
      run.previousRun.nextRun = run.nextRun;
      run.previousRun.depthAfter = Math.max(run.previousRun.depthAfter, run.depthAfter);
    }
    if (run.nextRun != null) {
      run.nextRun.previousRun = run.previousRun;
    }
  }
}
