import Hashing
import Model
import Rendering

/// The folder of a static archive. It may hold other files, too: only what the archive wrote is ever overwritten or removed.
struct ArchiveFolder {
  struct Changes: Hashable {
    /// Names of files that were not there or were different.
    var written: [String] = []
    var unchanged: [String] = []
    /// Pages of editions that are there no more.
    var removed: [String] = []
    /// The same, but changed by somebody since they were written: left alone.
    var kept: [String] = []
  }

  let path: String

  /// Writes `pages`, each whole or not at all, and then takes away what earlier pages are no longer among them.
  ///
  /// The list of what is ours is written before the first page and after the last removal, so that a run that broke off
  /// leaves no page of ours that the next run would not know.
  /// - Throws: ``WorkflowError`` of kind `cannotWrite`, before anything is changed, if a file of another origin has the name
  ///   of a page.
  func write(_ pages: [ArchivePage]) throws(WorkflowError) -> Changes {
    let list = path + "/" + ArchiveManifest.name
    let before =
      Files.exists(list)
      ? ArchiveManifest(text: try Files.readText(list, limit: 16 << 20)) : ArchiveManifest()
    var changes = Changes()
    var ours = ArchiveManifest()
    for page in pages {
      ours.hashes[page.name] = ContentHash(of: page.bytes)
      let file = path + "/" + page.name
      guard Files.exists(file) else {
        changes.written.append(page.name)
        continue
      }
      if try Files.read(file) == page.bytes {
        changes.unchanged.append(page.name)
      } else if before.hashes[page.name] == nil {
        throw WorkflowError(
          .cannotWrite,
          "\(file): is in the way and was not written by digest archive (move it, or name another folder)")
      } else {
        changes.written.append(page.name)
      }
    }
    var both = before
    both.hashes.merge(ours.hashes) { $1 }
    try replace(list, with: both, from: before)
    let names = Set(changes.written)
    for page in pages where names.contains(page.name) {
      try Files.write(page.bytes, to: path + "/" + page.name)
    }
    for (name, hash) in before.hashes.sorted(by: { $0.key < $1.key }) where ours.hashes[name] == nil {
      let file = path + "/" + name
      guard Files.exists(file) else { continue }
      if ContentHash(of: try Files.read(file)) == hash {
        try Files.remove(file)
        changes.removed.append(name)
      } else {
        changes.kept.append(name)
      }
    }
    try replace(list, with: ours, from: both)
    return changes
  }

  private func replace(
    _ file: String, with new: ArchiveManifest, from old: ArchiveManifest
  ) throws(WorkflowError) {
    guard new != old else { return }
    try Files.write(Array(new.text.utf8), to: file)
  }
}
