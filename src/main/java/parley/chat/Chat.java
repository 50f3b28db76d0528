package parley.chat;

import parley.bridge.Attendance;
import parley.bridge.Rules;
import parley.config.Config.Role;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Service;
import parley.http.Operations;
import parley.http.Pages;
import parley.journal.Journal;
import parley.limit.RateLimits;
import parley.member.MemberService;
import parley.personal.PersonalData;
import parley.rendering.Rendering;
import parley.rendering.RenderingService;
import parley.session.Presence;

/** Private conversations of two members. */
public final class Chat implements Feature {

  private final Ground ground;
  private final RateLimits limits;
  private final Presence presence;
  private final ChatService service;

  public Chat(
      Ground ground,
      MemberService members,
      RenderingService rendering,
      RateLimits limits,
      Journal journal) {
    this.ground = ground;
    this.limits = limits;
    this.presence = new Presence(ground.redis(), ground.clock());
    this.service =
        new ChatService(
            ground.database(),
            members,
            rendering,
            presence,
            journal,
            ground.vertx().eventBus(),
            ground.clock());
  }

  @Override
  public void addTo(Parts parts) {
    var offline = ground.config().bridge().offlineSeconds();
    parts
        .add(Operations.POINT, new ChatRoutes(service)::bind)
        .add(Rules.POINT, rules -> commands().bind(rules))
        .add(Attendance.POINT, loop -> new ChatAttendance(loop, presence, service, offline))
        .add(
            Service.POINT,
            Service.in(Role.CHAT, () -> new PresenceExpiry(ground.vertx(), presence, service)))
        .add(PersonalData.POINT, ChatData.MESSAGES)
        .add(PersonalData.POINT, ChatData.ROOMS)
        .add(Rendering.TABLES, ChatService.RENDERED)
        .add(Pages.CLIENT, "/chat(/[0-9a-f-]+)?");
  }

  private ChatCommands commands() {
    return new ChatCommands(
        service, limits, ground.settings().section(ChatCommands.LIMIT), ground.metrics());
  }

  public ChatService service() {
    return service;
  }
}
