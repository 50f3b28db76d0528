package parley;

import java.util.List;
import java.util.stream.Stream;
import parley.account.Accounts;
import parley.backup.MigrationSettings;
import parley.chat.Chat;
import parley.chat.ChatCommands;
import parley.config.Section;
import parley.http.LoadSettings;
import parley.image.ImageRoutes;
import parley.like.Likes;
import parley.limit.LimitSettings;
import parley.management.RoomSettings;
import parley.rendering.PreviewRoutes;
import parley.search.Search;
import parley.session.SessionSettings;
import parley.site.SiteSettings;
import parley.topic.Topics;

/**
 * The sections of the configuration that features have. All are checked before a store is opened,
 * and so before there is a feature. See docs/decisions/020-settings-a-section-a-feature.md.
 */
public final class Sections {

  public static final List<Section<?>> ALL =
      Stream.of(
              List.of(
                  LoadSettings.SECTION,
                  LimitSettings.SECTION,
                  SessionSettings.SECTION,
                  MigrationSettings.SECTION,
                  RoomSettings.SECTION,
                  SiteSettings.SECTION),
              Accounts.SECTIONS,
              Topics.SECTIONS,
              Search.SECTIONS,
              List.of(
                  PreviewRoutes.LIMIT,
                  ImageRoutes.LIMIT,
                  ChatCommands.LIMIT,
                  Chat.ROOM_LIMIT,
                  Likes.LIMIT))
          .<Section<?>>flatMap(List::stream)
          .toList();

  private Sections() {}
}
