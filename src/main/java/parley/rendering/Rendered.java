package parley.rendering;

import java.util.List;
import java.util.Map;
import parley.member.Member;

/**
 * A rendered text.
 *
 * @param html sanitised, safe to show
 * @param version the version of the renderer
 * @param mentioned the members whom it addresses, without duplicates; not those whom only a
 *     quotation names
 * @param names the ids of all members whom it names, by the folded names: {@link
 *     RenderingService#saveNames}
 */
public record Rendered(String html, int version, List<Member> mentioned, Map<String, Long> names) {}
