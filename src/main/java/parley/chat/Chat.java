package parley.chat;

import parley.bridge.Attendance;
import parley.bridge.Rules;
import parley.config.Config.Role;
import parley.config.Section;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Service;
import parley.http.Operations;
import parley.http.Pages;
import parley.journal.Journal;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.member.MemberService;
import parley.member.VerifiedMembers;
import parley.personal.PersonalData;
import parley.rendering.Rendering;
import parley.rendering.RenderingService;
import parley.session.Presence;

/** Private conversations of two members. */
public final class Chat implements Feature {

  /** How many conversations a member may begin. */
  public static final Section<Limit> ROOM_LIMIT = new Section<>("limits.room", Limit.class);

  private final Ground ground;
  private final RateLimits limits;
  private final Presence presence;
  private final RoomPresence roomPresence;
  private final ChatService service;

  public Chat(
      Ground ground,
      MemberService members,
      RenderingService rendering,
      RateLimits limits,
      VerifiedMembers verified,
      Journal journal) {
    this.ground = ground;
    this.limits = limits;
    this.presence = new Presence(ground.redis(), ground.clock());
    var events = new ChatEvents(ground.vertx().eventBus());
    this.roomPresence = new RoomPresence(ground.database(), presence, events);
    this.service =
        new ChatService(
            ground.database(),
            members,
            rendering,
            roomPresence,
            new ContactPolicy(
                ground.database(),
                limits,
                ground.settings().section(ROOM_LIMIT),
                verified,
                ground.clock()),
            events,
            journal,
            ground.clock());
  }

  @Override
  public void addTo(Parts parts) {
    var offline = ground.config().bridge().offlineSeconds();
    parts
        .add(Operations.POINT, new ChatRoutes(service, roomPresence)::bind)
        .add(Operations.POINT, new PrivacyRoutes(roomPresence)::bind)
        .add(Rules.POINT, rules -> commands().bind(rules))
        .add(Attendance.POINT, loop -> new ChatAttendance(loop, presence, roomPresence, offline))
        .add(
            Service.POINT,
            Service.in(Role.CHAT, () -> new PresenceExpiry(ground.vertx(), presence, roomPresence)))
        .add(PersonalData.POINT, ChatData.MESSAGES)
        .add(PersonalData.POINT, ChatData.ROOMS)
        .add(PersonalData.POINT, ChatData.PREFERENCES)
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
