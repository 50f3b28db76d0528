package parley.rendering;

import java.util.List;
import parley.member.Member;

/**
 * A text as it is shown.
 *
 * @param html sanitised, for showing as it is
 * @param version of the renderer that made it
 * @param mentioned who is mentioned in it, each once
 */
public record Rendered(String html, int version, List<Member> mentioned) {}
