extension WordFile {
  // The files that are compiled into the program, each read when it is first asked for.
  static let english = WordFile(PackageResources.words_en_txt)
  static let german = WordFile(PackageResources.words_de_txt)
  static let french = WordFile(PackageResources.words_fr_txt)
  static let spanish = WordFile(PackageResources.words_es_txt)
  static let italian = WordFile(PackageResources.words_it_txt)
  static let portuguese = WordFile(PackageResources.words_pt_txt)
  static let dutch = WordFile(PackageResources.words_nl_txt)

  static let all = [english, german, french, spanish, italian, portuguese, dutch]

  /// A list of all languages together, for what is looked for in every text: what stands around an article is often
  /// in another language than the article.
  static func phrasesOfAll(_ name: String) -> String {
    all.map { $0.phrases(name) }.joined(separator: "\n")
  }

  /// The same of a list of single words.
  static func wordsOfAll(_ name: String) -> Set<String> { Set(all.flatMap { $0.words(name) }) }
}

extension Lexicon {
  /// The lists of all languages as one, by the name of each cue's list in the files.
  init(ofAllLanguages listName: (Cue) -> String) {
    self.init(Cue.allCases.map { ($0, WordFile.phrasesOfAll(listName($0))) })
  }
}
