import Model

/// Classes and ids by which publishing services and plugins mark what they add to an author's text: sign-up boxes, cards of
/// other pages, related posts, tables of contents. No author's own text bears them.
enum ServiceNames {
  /// The role of what an element of this name holds.
  static func role(of token: String) -> Block.Role? {
    if calls.contains(token) { return .callToAction }
    if biographies.contains(token) { return .bio }
    return boxes.contains(token) ? .boilerplate : nil
  }

  static let all = NameSet(callNames + boxNames + biographyNames)

  private static let calls = NameSet(callNames)
  private static let boxes = NameSet(boxNames)
  private static let biographies = NameSet(biographyNames)

  /// Boxes about the author.
  private static let biographyNames = [
    "saboxplugin-wrap", "abh_box", "m-a-box", "ts-fab-wrapper", "pp-multiple-authors-boxes-wrapper",
    "wp-block-post-author", "author-box", "authorbox", "author-bio", "post-author-bio", "about-the-author",
    "molongui-author-box", "starbox", "wp-block-molongui-boxes-author-box",
  ]

  /// What asks for a subscription, a share or a vote.
  private static let callNames = [
    // Substack
    "subscription-widget-wrap", "subscription-widget-wrap-editor", "subscription-widget", "subscribe-widget",
    "captioned-button-wrap", "button-wrapper", "install-substack-app-embed", "community-chat", "poll-embed",
    "community-post", "directmessage", "referral-widget", "paywall-jump", "substack-subscribe",
    // Ghost
    "kg-signup-card", "kg-cta-card", "gh-signup", "gh-subscribe", "gh-post-upgrade-cta",
    // beehiiv, Mailchimp, ConvertKit, WordPress
    "mc4wp-form", "mc_embed_signup", "mc_embed_shell", "formkit-form", "ck_form",
    "jetpack_subscription_widget",
    "wp-block-jetpack-subscriptions", "wp-block-jetpack-mailchimp", "tnp-subscription", "mailpoet_form",
    "optin-box",
    "newsletter-block", "newsletter-form", "sib-form", "_form", "ml-form-embed", "wp-block-give",
    "kofi-button",
    "wp-block-jetpack-donations", "wp-block-jetpack-recurring-payments", "patreon-button",
    // Click to tweet
    "bctt-click-to-tweet", "bctt-ctt-text", "ctt-box", "ctt-text", "tm-tweet-clear", "tm-ctt-text",
    "click-to-tweet",
    "clicktotweet", "click-to-tweet-block", "tweet-this", "tweetthis", "sw-tweet-clear", "sw-ctt-text",
    "swp_ctt_box",
    "tweetable", "inline-tweet", "tweet_quote", "ttt_shortcode",
  ]

  /// Cards of other pages, related posts, tables of contents, counters.
  private static let boxNames = [
    "kg-bookmark-card", "kg-bookmark-container", "digest-post-embed", "embedded-post-wrap",
    "embedded-publication-wrap",
    "embedded-post", "wp-embedded-content", "graf--mixtapeembed", "js-mixtapeimage", "onebox", "embedly-card",
    "notion-bookmark", "bookmark-card", "link-preview", "link-preview-card", "iframely-embed", "oembed-card",
    "summary-block", "summary-v2-block", "summary-item", "wp-block-latest-posts", "wp-block-query",
    "wp-block-post-navigation-link", "jp-relatedposts", "yarpp", "yarpp-related", "wp_rp_wrap", "crp_related",
    "rp4wp-related-posts", "zemanta-related", "related-posts", "relatedposts", "outbrain", "taboola",
    "sharedaddy", "sd-sharing", "addtoany_share_save_container", "a2a_kit", "addthis_toolbox", "feedflare",
    "jetpack-likes-widget-wrapper", "essb_links", "mashsb-container", "swp_social_panel", "shariff",
    "heateor_sss_sharing_container", "kg-toggle-heading-icon",
    "ez-toc-container", "toc_container", "lwptoc", "rank-math-toc-block", "wp-block-rank-math-toc-block",
    "wp-block-table-of-contents", "wp-block-yoast-seo-table-of-contents", "simpletoc", "simpletoc-list",
    "table-of-contents", "tableofcontents", "toc-container", "kb-table-of-content-nav", "uagb-toc__wrap",
    "gh-toc",
    "wp-block-post-time-to-read", "reading-time", "rt-reading-time", "span-reading-time", "post-reading-time",
    "estimated-reading-time", "mw-editsection", "printfriendly",
  ]
}
