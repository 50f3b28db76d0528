package parley.image;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import parley.backup.StoredFolder;
import parley.check.ReferredFiles;
import parley.config.Settings;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.job.Job;
import parley.limit.RateLimits;
import parley.member.MemberService;
import parley.member.VerifiedMembers;

/** Members' pictures. */
public final class Images implements Feature {

  /** Pictures are at most 512 pixels wide and high. */
  private static final long PICTURE_BYTES = 16L * 1024 * 1024;

  private static final Duration SWEEPING = Duration.ofHours(6);

  private final ImageRoutes routes;
  private final UnusedPictures unused;

  public Images(Ground ground, MemberService members, RateLimits limits, VerifiedMembers verified) {
    var folder = folder(ground.settings());
    var pictures = new PictureStore(folder.path(), folder.removed());
    var workers = ground.vertx().createSharedWorkerExecutor("pictures", 1);
    this.unused = new UnusedPictures(members, pictures, workers, ground.clock());
    this.routes =
        new ImageRoutes(
            pictures,
            unused,
            workers,
            members,
            limits,
            verified,
            ground.settings().section(ImageRoutes.LIMIT));
  }

  private static Path directory(Settings settings) {
    return settings.config().data().resolve("images");
  }

  /** The folder of the pictures, for backups; an unfinished picture has a longer name. */
  public static StoredFolder folder(Settings settings) {
    var names = Pattern.compile("[0-9a-f]{32}\\.[a-z0-9]{2,5}");
    return new StoredFolder("images", directory(settings), names, PICTURE_BYTES, "pictures");
  }

  /** The pictures that members have, for checks. */
  public static ReferredFiles referred(Settings settings) {
    return new ReferredFiles(
        "pictures",
        "SELECT DISTINCT SUBSTRING_INDEX(image, '/', -1) FROM member WHERE image IS NOT NULL",
        directory(settings));
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(Job.POINT, new Job("pictures.sweep", SWEEPING, unused::sweep));
  }
}
