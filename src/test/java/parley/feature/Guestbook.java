package parley.feature;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.Status;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import parley.bridge.Rules;
import parley.bus.Channel;
import parley.http.Answer;
import parley.http.Answered;
import parley.http.Caller;
import parley.http.GuestPages;
import parley.http.Kept;
import parley.http.Operations;
import parley.http.Pages;
import parley.http.Parameters;
import parley.job.Job;
import parley.journal.Entry;
import parley.journal.EntryType;
import parley.journal.Journal;
import parley.journal.Reader;
import parley.management.Health;
import parley.management.HealthCheck;
import parley.personal.PersonalData;

/** A feature that only the tests have: it stands in one class and one part of the contract. */
final class Guestbook implements Feature {

  record Signed(long id) {}

  record Shown(long id, long signatures, long read) {}

  record Signature(long memberId) {}

  static final EntryType<Signature> ENTRY = new EntryType<>("guestbook.signed", Signature.class);

  static final PersonalData DATA =
      new PersonalData("guestbook", Set.of(), "SELECT ? AS signer", List.of("DO ?"));

  static final Channel<Signed> SIGNED = new Channel<>("guestbook.signed", Signed.class);

  final AtomicLong signatures = new AtomicLong();
  final AtomicLong made = new AtomicLong();
  final AtomicLong read = new AtomicLong();
  final Map<Long, Long> readSignatures = new ConcurrentHashMap<>();
  final AtomicInteger cleanings = new AtomicInteger();
  final AtomicInteger running = new AtomicInteger();

  final AtomicReference<Status> health = new AtomicReference<>(Status.OK());

  private final Ground ground;
  private final Journal journal;

  Guestbook(Ground ground) {
    this.ground = ground;
    this.journal = new Journal(ground.vertx().eventBus(), ground.clock());
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(
            Operations.POINT,
            operations ->
                operations.on("readGuestbook", this::read).on("signGuestbook", this::sign))
        .add(
            GuestPages.POINT,
            new Kept<>("readGuestbook", Shown.class, shown -> Set.of("guestbook:" + shown.id()))
                .droppedBy(SIGNED, event -> Set.of("guestbook:" + event.id())))
        .add(Answered.POINT, new Answered("readGuestbook", ctx -> read.incrementAndGet()))
        .add(
            Pages.POINT,
            router ->
                router.get("/guestbook.txt").handler(ctx -> ctx.response().end("A guestbook\n")))
        .add(Pages.CLIENT, "/guestbook")
        .add(Rules.POINT, rules -> rules.command("guestbook.sign", Signed.class, this::signOverBus))
        .add(Journal.READERS, Reader.of("guestbook", List.of(ENTRY), this::readEntries))
        .add(PersonalData.POINT, DATA)
        .add(Job.POINT, new Job("guestbook.clean", Duration.ofMillis(50), this::clean))
        .add(Service.POINT, Service.everywhere(this::run))
        .add(
            Health.CHECKS,
            new HealthCheck("guestbook", () -> Future.succeededFuture(health.get())));
  }

  private Future<Answer> read(RoutingContext ctx) {
    made.incrementAndGet();
    return Future.succeededFuture(
        Answer.ok(new Shown(Parameters.id(ctx), signatures.get(), read.get())));
  }

  private Future<Answer> sign(RoutingContext ctx) {
    var id = Parameters.id(ctx);
    var signature = new Signature(Caller.member(ctx).id());
    return ground
        .database()
        .transaction(tx -> journal.add(tx, ENTRY, id, signature))
        .map(
            written -> {
              journal.wake();
              signed(id);
              return Answer.noContent();
            });
  }

  private Future<JsonObject> signOverBus(Rules.Sender sender, Signed body) {
    signed(body.id());
    return Future.succeededFuture(JsonObject.of("by", sender.member().username()));
  }

  private void signed(long id) {
    signatures.incrementAndGet();
    SIGNED.publish(ground.vertx().eventBus(), new Signed(id));
  }

  private Future<Void> readEntries(SqlClient tx, List<Entry<?>> entries) {
    entries.forEach(entry -> readSignatures.put(entry.subject(), entry.as(ENTRY).memberId()));
    return Future.succeededFuture();
  }

  private Future<?> clean() {
    return Future.succeededFuture(cleanings.incrementAndGet());
  }

  private AutoCloseable run() {
    running.incrementAndGet();
    return running::decrementAndGet;
  }
}
