package parley.chat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import parley.member.Member;
import parley.session.Presence;
import parley.store.Database;

/**
 * Whether members are online, as far as they let others see it: in rooms that they have opened,
 * looked into or written in, and only if they have not switched it off.
 */
final class RoomPresence {

  private final Database database;
  private final Presence presence;
  private final ChatEvents events;
  private final PrivacyRepository privacy = new PrivacyRepository();
  private final RoomRepository rooms = new RoomRepository();

  RoomPresence(Database database, Presence presence, ChatEvents events) {
    this.database = database;
    this.presence = presence;
    this.events = events;
  }

  Future<Privacy> privacy(Member member) {
    return privacy.find(database.client(), member.id());
  }

  /** Changes what others learn of the member, who then disappears or appears at once. */
  Future<Privacy> setPrivacy(Member member, Privacy.Change change) {
    return database
        .transaction(
            tx ->
                privacy
                    .lock(tx, member.id())
                    .map(change::of)
                    .compose(wanted -> privacy.set(tx, member.id(), wanted).map(wanted)))
        .onSuccess(
            now -> {
              if (change.showPresence() != null) {
                announceChoice(member.id(), now.showPresence());
              }
            });
  }

  /** The caller does not wait for this; without it others learn of it at their next look. */
  private void announceChoice(long memberId, boolean shows) {
    presence
        .online(Set.of(memberId))
        .compose(
            online -> online.isEmpty() ? Future.succeededFuture() : tellRooms(memberId, shows));
  }

  /**
   * The members with whom this member has opened a room or exchanged messages, latest message
   * first.
   */
  Future<List<Contact>> contacts(Member caller) {
    return rooms
        .contacts(database.client(), caller.id())
        .compose(
            contacts ->
                presence
                    .online(
                        contacts.stream()
                            .filter(RoomRepository.Listed::showsPresence)
                            .map(listed -> listed.contact().user().id())
                            .toList())
                    .map(
                        online ->
                            contacts.stream()
                                .map(RoomRepository.Listed::contact)
                                .map(one -> one.with(online.contains(one.user().id())))
                                .toList()));
  }

  /** Now the other one may see whether the member is online. */
  Future<Void> joined(Participant seat) {
    return Future.all(
            presence.online(Set.of(seat.memberId())),
            privacy.find(database.client(), seat.memberId()))
        .map(
            found -> {
              var online = found.<Set<Long>>resultAt(0).contains(seat.memberId());
              if (online && found.<Privacy>resultAt(1).showPresence()) {
                events.presence(seat.uuid(), seat.memberId(), true);
              }
              return null;
            });
  }

  /** Whether the other member of the room is online, as far as they show it. */
  Future<Boolean> isOtherOnline(Participant seat) {
    return privacy
        .otherShowsPresence(database.client(), seat)
        .compose(
            shows ->
                shows
                    ? presence
                        .online(Set.of(seat.otherId()))
                        .map(online -> online.contains(seat.otherId()))
                    : Future.succeededFuture(false));
  }

  /**
   * Announces that the member is online or offline, unless they do not show it, to the rooms that
   * they use.
   */
  Future<Void> announce(long memberId, boolean online) {
    return privacy
        .find(database.client(), memberId)
        .compose(
            own -> own.showPresence() ? tellRooms(memberId, online) : Future.succeededFuture());
  }

  private Future<Void> tellRooms(long memberId, boolean online) {
    return rooms
        .roomsOf(database.client(), memberId)
        .map(
            theirs -> {
              theirs.forEach(room -> events.presence(room, memberId, online));
              return null;
            });
  }
}
