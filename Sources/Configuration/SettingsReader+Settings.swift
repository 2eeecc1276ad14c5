import Model

extension SettingsReader {
  /// Reads every key that `digest.yaml` may hold. `nil` only if a required one is missing or unusable.
  mutating func settings(isKnownTimeZone: (String) -> Bool) -> Settings? {
    openMapping("from")
    openMapping("edition")
    openMapping("fetch")
    openMapping("weights")

    let title = line("title")
    if title == nil { require("“title” is missing (the newsletter's name)") }
    let address = line("address", in: "from")
    if let address, !isMailAddress(address) {
      reject("address", in: "from", "must be an e-mail address such as news@example.org")
    }
    let replyTo = line("reply_to")
    if let replyTo, !isMailAddress(replyTo) {
      reject("reply_to", "must be an e-mail address such as editor@example.org")
    }
    let timeZone = line("timezone") ?? "UTC"
    if !isKnownTimeZone(timeZone) {
      reject("timezone", "is no time zone known here (use a name such as Europe/Berlin, or UTC)")
    }
    let theme = line("theme") ?? Settings.themes[0]
    if !Settings.themes.contains(theme) {
      let hint = nearest(to: theme, in: Settings.themes).map { " (did you mean “\($0)”?)" } ?? ""
      reject("theme", "must be \(Settings.themes.joined(separator: ", "))\(hint)")
    }
    let publication = Publication(
      title: title ?? "", tagline: line("tagline"), language: line("language") ?? "en",
      senderName: line("name", in: "from") ?? title ?? "",
      senderAddress: address ?? Settings.placeholderAddress,
      replyTo: replyTo, homepage: webAddress("homepage"),
      archiveURL: webAddress("archive_url"),
      unsubscribeURL: webAddress("unsubscribe_url", schemes: ["https"]),
      postalAddress: line("postal_address"), reason: line("reason"))

    let settings = Settings(
      timeZone: timeZone, publication: publication, feedLists: lines("feeds") ?? ["Feeds/feeds.opml"],
      editionsFolder: folder("editions") ?? "Digests", storePath: folder("store") ?? ".digest/store.sqlite",
      templateFolder: folder("template"), theme: theme, edition: editionSettings(), fetch: fetchSettings(),
      feedSettings: feedSettings(), weights: weights())
    return title == nil ? nil : settings
  }

  private mutating func editionSettings() -> EditionSettings {
    let defaults = EditionSettings()
    let path = "edition"
    return EditionSettings(
      articles: wholeNumber("articles", in: path, range: 1...100) ?? defaults.articles,
      named: wholeNumber("named", in: path, range: 0...200) ?? defaults.named,
      paragraphs: wholeNumber("paragraphs", in: path, range: 1...10) ?? defaults.paragraphs,
      quotedWords: wholeNumber("quoted_words", in: path, range: 20...5000) ?? defaults.quotedWords,
      quotedShare: number("quoted_share", in: path, range: 0.05...1) ?? defaults.quotedShare,
      threads: wholeNumber("threads", in: path, range: 0...10) ?? defaults.threads,
      commentWords: wholeNumber("comment_words", in: path, range: 10...1000) ?? defaults.commentWords,
      printsImages: truth("images", in: path) ?? defaults.printsImages, note: text("note", in: path))
  }

  private mutating func fetchSettings() -> FetchSettings {
    let defaults = FetchSettings()
    let path = "fetch"
    let hosts = lines("allow_hosts", in: path) ?? []
    if hosts.contains(where: { !isHostAndPort($0) }) {
      reject("allow_hosts", in: path, "must list hosts with their port, such as intranet.example:8080")
    }
    return FetchSettings(
      contact: line("contact", in: path),
      days: wholeNumber("days", in: path, range: 1...3650) ?? defaults.days,
      concurrency: wholeNumber("concurrency", in: path, range: 1...256) ?? defaults.concurrency,
      secondsPerHost: number("seconds_per_host", in: path, range: 0...3600) ?? defaults.secondsPerHost,
      allowedHosts: hosts,
      keepDays: wholeNumber("keep_days", in: path, range: 1...36_500) ?? defaults.keepDays,
      usesWordPressREST: truth("wordpress_rest", in: path) ?? defaults.usesWordPressREST)
  }

  /// By the names of the terms; what is not named stays as it is.
  private mutating func weights() -> PickingWeights {
    PickingWeights(
      paragraphs: weights("paragraphs", PickingWeights.paragraphNames),
      comments: weights("comments", PickingWeights.commentNames))
  }

  private mutating func weights(_ kind: String, _ names: [String]) -> [String: Double] {
    let path = openMapping(kind, in: "weights")
    var values: [String: Double] = [:]
    for name in names {
      if let value = number(name, in: path, range: -100...100) { values[name] = value }
    }
    return values
  }

  private mutating func feedSettings() -> [FeedSource.ID: FeedSettings] {
    var result: [FeedSource.ID: FeedSettings] = [:]
    for (name, path) in openMappings("feed_settings") {
      let hosts = lines("allow_hosts", in: path) ?? []
      if hosts.contains(where: { !isHostAndPort($0) }) {
        reject("allow_hosts", in: path, "must list hosts with their port, such as intranet.example:8080")
      }
      result[FeedSource.ID(rawValue: name)] = FeedSettings(
        isEnabled: truth("enabled", in: path) ?? true, userAgent: line("user_agent", in: path),
        cookie: secret("cookie", in: path), login: secret("login", in: path),
        intervalSeconds: wholeNumber("interval_minutes", in: path, range: 0...100_000).map { $0 * 60 },
        readsPages: truth("full_text", in: path), readsComments: truth("comments", in: path),
        allowedHosts: hosts)
    }
    return result
  }

  /// `KEY_file: path` or `KEY_env: VARIABLE`.
  private mutating func secret(_ key: String, in path: String) -> FeedSettings.SecretPlace? {
    let file = line(key + "_file", in: path)
    let variable = line(key + "_env", in: path)
    if file != nil, variable != nil {
      reject(key + "_env", in: path, "says where the \(key) is, and so does \(key)_file; keep one of the two")
    }
    return file.map { .file($0) } ?? variable.map { .variable($0) }
  }

  /// A path inside the configuration's folder: relative, without `..`.
  private mutating func folder(_ key: String) -> String? {
    guard let value = line(key) else { return nil }
    let steps = value.utf8.split(separator: UInt8(ascii: "/"))
    if value.utf8.first == UInt8(ascii: "/") || steps.contains(where: { $0.elementsEqual("..".utf8) }) {
      reject(key, "must be a path inside the folder of the configuration (no leading slash, no “..”)")
      return nil
    }
    return value
  }
}

/// Enough to catch slips and everything that could break a header; the mail server has the last word.
private func isMailAddress(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
  return text.utf8.allSatisfy { byte in
    byte > 0x20 && byte < 0x7F && !"<>()[],;:\\\"".utf8.contains(byte)
  }
}

private func isHostAndPort(_ text: String) -> Bool {
  guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), colon != text.utf8.startIndex else {
    return false
  }
  let port = String(text[text.utf8.index(after: colon)...])
  return port == "*" || Int(port).map { (1...65_535).contains($0) } == true
}
