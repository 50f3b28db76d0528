package parley.image;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Section;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.member.Member;
import parley.member.MemberService;
import parley.member.VerifiedMembers;

/** Members' pictures over HTTP. */
public final class ImageRoutes {

  private static final Logger log = LoggerFactory.getLogger(ImageRoutes.class);

  /** The largest accepted file. */
  public static final int MAX_BYTES = PictureLimits.FILE_BYTES;

  /** How often a member may upload a picture. */
  public static final Section<Limit> LIMIT = new Section<>("limits.upload", Limit.class);

  private static final String FIELD = "image";
  static final String PATH = "/api/images/";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private record Picture(String image) {}

  private final MemberService members;
  private final RateLimits limits;
  private final VerifiedMembers verified;
  private final Limit limit;
  private final AvatarEncoder encoder = new AvatarEncoder();
  private final PictureStore pictures;
  private final UnusedPictures unused;
  private final WorkerExecutor workers;

  ImageRoutes(
      PictureStore pictures,
      UnusedPictures unused,
      WorkerExecutor workers,
      MemberService members,
      RateLimits limits,
      VerifiedMembers verified,
      Limit limit) {
    this.members = members;
    this.limits = limits;
    this.verified = verified;
    this.limit = limit;
    this.pictures = pictures;
    this.unused = unused;
    this.workers = workers;
  }

  void bind(Operations operations) {
    operations
        .onUpload("addImage", MAX_BYTES, this::add)
        .on("removeImage", this::remove)
        .onFile("getImage", this::get);
  }

  private Future<Answer> add(RoutingContext ctx) {
    var member = Caller.member(ctx);
    var upload = upload(ctx);
    return verified
        .require(member)
        .compose(
            proved -> limits.take("upload", limit, Long.toString(member.id()), Caller.address(ctx)))
        .compose(allowed -> workers.executeBlocking(() -> store(upload)))
        .map(name -> PATH + name)
        .compose(path -> set(member, path).map(path))
        .map(path -> Answer.ok(new Picture(path)));
  }

  private Future<Answer> remove(RoutingContext ctx) {
    return set(Caller.member(ctx), null).map(Answer.noContent());
  }

  /** The old picture's file goes after the commit; if that fails, the sweep takes it later. */
  private Future<Void> set(Member member, @Nullable String path) {
    return members
        .setImage(member, path)
        .compose(
            old ->
                unused
                    .remove(old.map(image -> image.substring(PATH.length())).stream().toList())
                    .otherwise(
                        failure -> {
                          log.warn("The old picture of member {} stays", member.id(), failure);
                          return null;
                        }));
  }

  /** A full disk is no fault of the picture: its file is shorter than what came, or not stored. */
  private String store(FileUpload upload) {
    var file = Path.of(upload.uploadedFileName());
    try {
      if (Files.size(file) < upload.size()) {
        throw new IOException("the upload is not whole on the disk");
      }
      var picture = encoder.encode(file);
      pictures.store(picture);
      return picture.name();
    } catch (IOException failure) {
      throw ForumException.unavailable("data folder", failure);
    } catch (UncheckedIOException failure) {
      throw ForumException.unavailable("data folder", failure.getCause());
    }
  }

  private static FileUpload upload(RoutingContext ctx) {
    var type = String.valueOf(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE));
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw ForumException.of(Kind.UNSUPPORTED_MEDIA, "Send the picture as multipart/form-data.");
    }
    return ctx.fileUploads().stream()
        .filter(file -> file.name().equals(FIELD))
        .findFirst()
        .orElseThrow(
            () -> ForumException.invalid(FIELD, "required", "There is no file in this field."));
  }

  private Future<Void> get(RoutingContext ctx) {
    var name = Parameters.text(ctx, "name");
    var file = pictures.find(name).orElseThrow(() -> ForumException.notFound("picture"));
    return ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, name.endsWith(".png") ? "image/png" : "image/jpeg")
        .putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .sendFile(file.toString());
  }
}
