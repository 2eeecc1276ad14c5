import Markup

/// What an element of a feed says, whatever its format calls it.
enum FeedTerm: Hashable {
  // Containers
  case rssRoot, rdfRoot, atomRoot, channel, entry, image, textInput, mediaGroup, mediaContent
  case person(PersonRole)
  /// Atom: a container; RSS: a title with the feed's address.
  case source
  // Texts
  case text(TextSlot)
  // Addresses, names, numbers and dates
  case address(AddressSlot)
  case date(DateSlot)
  case number(NumberSlot)
  case id, guid, link, category, keywords, iTunesCategory, subject, generator, language
  case itunesImage, cloud, enclosure, thumbnail, inReplyTo, skippedHour, skippedDay, updatePeriod
  case name, email, url, width, height
  /// A list of elements that are looked at one by one.
  case list
  case iTunesDuration, generatorAgent
  /// Known and of no use here.
  case ignored
  case unknown

  enum PersonRole: Hashable { case author, contributor, publisher }

  /// The text of an entry or feed and how good a source it is: the smaller the rank, the better.
  struct TextSlot: Hashable {
    enum Kind: Hashable { case title, description, summary, content, rights, info, subtitle }
    let kind: Kind
    let rank: Int
    var type: DeclaredType = .byContainer
  }

  enum DeclaredType: Hashable {
    /// Atom says it in attributes; in RSS it depends.
    case byContainer
    case html, xhtml
  }

  enum AddressSlot: Hashable {
    case icon, logo, docs, newFeed, comments, commentsFeed, commentAPI, license, originalLink
  }

  enum DateSlot: Hashable { case published, updated, created, expires, either }

  enum NumberSlot: Hashable { case timeToLive, updateFrequency, commentCount(rank: Int) }

  /// The term for a name; the letter case of the local part does not matter.
  init(_ namespace: FeedNamespace, local: String) {
    self = FeedTerm.table[namespace]?[asciiLowerCased(local)] ?? .unknown
  }
}

extension FeedTerm {
  private static let table: [FeedNamespace: [String: FeedTerm]] = {
    var core = syntax
    core.merge(metadata) { first, _ in first }
    var modules = FeedTerm.modules
    modules[.rss] = core
    modules[.atom10] = core
    modules[.atom03] = core
    return modules
  }()

  private static func text(_ kind: TextSlot.Kind, _ rank: Int, _ type: DeclaredType = .byContainer)
    -> FeedTerm
  {
    .text(TextSlot(kind: kind, rank: rank, type: type))
  }

  /// RSS and Atom share one table: where both use a name they mean the same.
  private static let syntax: [String: FeedTerm] = [
    "rss": .rssRoot, "rdf": .rdfRoot, "feed": .atomRoot, "channel": .channel, "item": .entry, "entry": .entry,
    "image": .image, "textinput": .textInput, "source": .source, "items": .ignored, "skiphours": .list,
    "skipdays": .list, "hour": .skippedHour, "day": .skippedDay, "cloud": .cloud, "enclosure": .enclosure,
    "name": .name, "email": .email, "uri": .url, "url": .url, "homepage": .url, "width": .width,
    "height": .height, "rating": .ignored,
  ]

  private static let metadata: [String: FeedTerm] = [
    "title": text(.title, 1), "description": text(.description, 1), "subtitle": text(.subtitle, 1),
    "tagline": text(.subtitle, 1), "abstract": text(.description, 1, .html), "summary": text(.summary, 1),
    "content": text(.content, 1), "fullitem": text(.content, 1, .html), "body": text(.content, 1, .xhtml),
    "rights": text(.rights, 1), "copyright": text(.rights, 1), "info": text(.info, 1),
    "link": .link, "id": .id, "guid": .guid, "author": .person(.author), "managingeditor": .person(.author),
    "contributor": .person(.contributor), "webmaster": .person(.publisher), "category": .category,
    "pubdate": .date(.published), "published": .date(.published), "issued": .date(.published),
    "lastbuilddate": .date(.updated), "updated": .date(.updated), "modified": .date(.updated),
    "lastmod": .date(.updated), "created": .date(.created), "expirationdate": .date(.expires),
    "generator": .generator, "icon": .address(.icon), "logo": .address(.logo), "docs": .address(.docs),
    "ttl": .number(.timeToLive), "comments": .address(.comments), "language": .language,
    "newlocation": .address(.newFeed), "license": .address(.license), "tags": .keywords,
  ]

  private static let modules: [FeedNamespace: [String: FeedTerm]] = [
    .content: ["encoded": text(.content, 1, .html), "items": .ignored],
    .dc: [
      "title": text(.title, 2), "description": text(.description, 2), "rights": text(.rights, 2),
      "creator": .person(.author), "author": .person(.author), "contributor": .person(.contributor),
      "publisher": .person(.publisher), "subject": .subject, "date": .date(.either), "language": .language,
    ],
    .dcterms: [
      "created": .date(.created), "issued": .date(.published), "modified": .date(.updated),
      "title": text(.title, 3), "description": text(.description, 3), "creator": .person(.author),
      "subject": .subject, "rights": text(.rights, 3), "publisher": .person(.publisher),
    ],
    .slash: ["comments": .number(.commentCount(rank: 1))],
    .wfw: ["comment": .address(.commentAPI), "commentrss": .address(.commentsFeed)],
    .thr: ["in-reply-to": .inReplyTo, "total": .number(.commentCount(rank: 2))],
    .media: [
      "content": .mediaContent, "group": .mediaGroup, "thumbnail": .thumbnail, "title": text(.title, 5),
      "description": text(.description, 6), "keywords": .keywords, "category": .subject,
      "copyright": text(.rights, 4),
    ],
    .itunes: [
      "author": .person(.author), "owner": .person(.publisher), "name": .name, "email": .email,
      "subtitle": text(.subtitle, 4), "summary": text(.description, 5), "image": .itunesImage,
      "link": .itunesImage, "keywords": .keywords, "category": .iTunesCategory, "title": text(.title, 4),
      "duration": .iTunesDuration, "new-feed-url": .address(.newFeed), "explicit": .ignored,
      "block": .ignored, "complete": .ignored, "type": .ignored, "episodetype": .ignored,
    ],
    .xhtml: ["body": text(.content, 1, .xhtml), "div": text(.content, 2, .xhtml)],
    .cc: ["license": .address(.license)],
    .sy: [
      "updateperiod": .updatePeriod, "updatefrequency": .number(.updateFrequency), "updatebase": .ignored,
    ],
    .feedburner: [
      "origlink": .address(.originalLink), "browserfriendly": text(.info, 1), "info": .ignored,
      "feedflare": .ignored, "feedburnerhostname": .ignored, "emailserviceid": .ignored,
    ],
    .admin: ["generatoragent": .generatorAgent, "errorreportsto": .ignored],
    .rdf: ["rdf": .rdfRoot],
  ]
}
