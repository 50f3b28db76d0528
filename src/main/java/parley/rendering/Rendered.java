package parley.rendering;

import java.util.List;
import parley.member.Member;

/**
 * A rendered text.
 *
 * @param html sanitised, safe to show
 * @param version the version of the renderer
 * @param mentioned the mentioned members, without duplicates
 */
public record Rendered(String html, int version, List<Member> mentioned) {}
