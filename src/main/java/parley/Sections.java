package parley;

import java.util.List;
import java.util.stream.Stream;
import parley.account.Accounts;
import parley.chat.ChatCommands;
import parley.config.Section;
import parley.http.LoadSettings;
import parley.image.ImageRoutes;
import parley.limit.LimitSettings;
import parley.rendering.PreviewRoutes;
import parley.session.SessionSettings;
import parley.topic.Topics;

/**
 * The sections of the configuration that features have. All are checked before a store is opened,
 * and so before there is a feature. See docs/decisions/020-settings-a-section-a-feature.md.
 */
public final class Sections {

  public static final List<Section<?>> ALL =
      Stream.of(
              List.of(LoadSettings.SECTION, LimitSettings.SECTION, SessionSettings.SECTION),
              Accounts.SECTIONS,
              Topics.SECTIONS,
              List.of(PreviewRoutes.LIMIT, ImageRoutes.LIMIT, ChatCommands.LIMIT))
          .<Section<?>>flatMap(List::stream)
          .toList();

  private Sections() {}
}
