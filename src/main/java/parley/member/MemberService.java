package parley.member;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.store.Database;
import parley.text.EmailAddress;
import parley.text.Folding;

/** Finds members, and changes their data except sign-in data. */
public final class MemberService {

  private final Database database;
  private final MemberEvents events;
  private final MemberRepository members = new MemberRepository();

  public MemberService(Database database, MemberEvents events) {
    this.database = database;
    this.events = events;
  }

  public Future<Optional<Member>> find(long id) {
    return members.find(database.client(), id);
  }

  /** Finds a member inside a transaction. */
  public Future<Optional<Member>> find(SqlClient tx, long id) {
    return members.find(tx, id);
  }

  /** Fails with NOT_FOUND if no member has this id. */
  public Future<Member> get(long id) {
    return find(id).map(found -> found.orElseThrow(() -> ForumException.notFound("member")));
  }

  /**
   * Finds by username, or by e-mail address if the login contains an {@code @}, which usernames
   * cannot contain.
   */
  public Future<Optional<Member>> findByLogin(String login) {
    return login.contains("@") ? findByEmail(login) : findByUsername(login);
  }

  public Future<Optional<Member>> findByUsername(String username) {
    return members.findByUsername(database.client(), Folding.key(username));
  }

  /** The member who has this address, verified or as the first who entered it. */
  public Future<Optional<Member>> findByEmail(String email) {
    return findByEmail(database.client(), email);
  }

  /** The same inside a transaction. */
  public Future<Optional<Member>> findByEmail(SqlClient client, String email) {
    var key = EmailAddress.key(email);
    return key.contains("@") // keys of members without an address have none
        ? members.findByEmail(client, key)
        : Future.succeededFuture(Optional.empty());
  }

  /** Up to ten members whose name begins with this prefix. */
  public Future<List<Author>> findByPrefix(String prefix) {
    return members.findByPrefix(database.client(), Folding.key(prefix));
  }

  /** The members with these folded usernames; names without a member are left out. */
  public Future<Map<String, Member>> findByUsernames(SqlClient client, Collection<String> keys) {
    if (keys.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return members
        .findByUsernames(client, keys)
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.toMap(
                            member -> Folding.key(member.username()), Function.identity())));
  }

  /** The members with these ids; ids without a member are left out. */
  public Future<List<Member>> findByIds(SqlClient client, Collection<Long> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : members.findByIds(client, Set.copyOf(ids));
  }

  /**
   * Sets the path of the member's picture, or none.
   *
   * @return the path of the picture that the member had before
   */
  public Future<Optional<String>> setImage(Member member, @Nullable String image) {
    return database
        .transaction(tx -> members.setImage(tx, member.id(), image))
        .onSuccess(old -> events.changed(member.id()));
  }

  /** Of these paths of pictures, those that a member has. */
  public Future<Set<String>> imagesInUse(Collection<String> images) {
    return images.isEmpty()
        ? Future.succeededFuture(Set.of())
        : members.imagesInUse(database.client(), images);
  }

  /** Of these members, those who want no mails about mentions. */
  public Future<Set<Long>> withoutMentionMails(Collection<Long> memberIds) {
    return memberIds.isEmpty()
        ? Future.succeededFuture(Set.of())
        : members.withoutMentionMails(database.client(), memberIds);
  }

  public Future<Void> setMentionMails(long memberId, boolean wanted) {
    return members.setMentionMails(database.client(), memberId, wanted);
  }

  public Future<Void> setRole(Member member, Role role) {
    return members
        .setRole(database.client(), member.id(), role)
        .onSuccess(done -> events.changed(member.id()));
  }

  public Future<Void> setRole(SqlClient tx, Member member, Role role) {
    return members.setRole(tx, member.id(), role);
  }
}
