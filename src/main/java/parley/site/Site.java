package parley.site;

import parley.account.AccountRules;
import parley.chat.ChatService;
import parley.image.ImageRoutes;
import parley.rendering.RenderingService;
import parley.text.Usernames;
import parley.topic.TopicService;

/** What a client needs to know of this forum before anything else. */
record Site(String name, String version, String eventBus, Limits limits) {

  /** Lengths in code points, the upload in bytes. */
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
