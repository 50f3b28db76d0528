package parley.site;

import parley.account.AccountRules;
import parley.chat.ChatService;
import parley.image.ImageRoutes;
import parley.rendering.RenderingService;
import parley.text.Usernames;
import parley.topic.TopicService;

/** General information about the forum that a client needs first. */
record Site(String name, String version, String eventBus, SiteSettings about, Limits limits) {

  /** Limits: lengths in code points, the upload size in bytes. */
  record Limits(
      int usernameMin,
      int usernameMax,
      int titleMax,
      int contentMax,
      int signatureMax,
      int passwordMin,
      int passwordMax,
      int messageMax,
      int imageBytesMax) {

    static final Limits OURS =
        new Limits(
            Usernames.MIN_LENGTH,
            Usernames.MAX_LENGTH,
            TopicService.TITLE_MAX,
            RenderingService.CONTENT_MAX,
            AccountRules.SIGNATURE_MAX,
            AccountRules.PASSWORD_MIN,
            AccountRules.PASSWORD_MAX,
            ChatService.MESSAGE_MAX,
            ImageRoutes.MAX_BYTES);
  }
}
