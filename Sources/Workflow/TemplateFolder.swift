import Configuration
import Foundation
public import Model
import Templates

/// A template on the disk: nothing else of it is ever read than the files that lie in the folder itself.
public enum TemplateFolder {
  /// Bytes that one file may have.
  private static let fileLimit = 1 << 20

  /// The files of a template folder, by name; links out of the folder are not followed.
  ///
  /// - Throws: ``WorkflowError`` if there is no such folder or no template in it.
  static func files(in folder: String) throws(WorkflowError) -> [TemplateFile] {
    let advice = "(correct `template` in digest.yaml, or leave it out)"
    guard Files.isFolder(folder) else {
      throw WorkflowError(.configuration, "\(folder): no such template folder \(advice)")
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var files: [TemplateFile] = []
    for name in names.sorted()
    where !name.hasPrefix(".") && (name.hasSuffix(".mustache") || name.hasSuffix(".yaml")) {
      let path = folder + "/" + name
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard attributes?[.type] as? FileAttributeType == .typeRegular else {
        throw WorkflowError(.configuration, "\(path): not a file of the folder itself (copy it there)")
      }
      files.append(TemplateFile(name: name, text: try Files.readText(path, limit: fileLimit)))
    }
    guard !files.isEmpty else {
      throw WorkflowError(.configuration, "\(folder): holds no template \(advice)")
    }
    return files
  }

  /// Everything that is wrong with the template in a folder, or with a single file of one, as if nothing else of the built-in
  /// template were replaced.
  ///
  /// - Parameters:
  ///   - path: a folder; or a file, judged by its own name, or as `digest.html.mustache` if its name says nothing.
  ///   - theme: name of the built-in theme that it is laid over.
  /// - Throws: ``WorkflowError`` if nothing can be read there.
  public static func problems(at path: String, theme: String) throws(WorkflowError) -> [Diagnostic] {
    guard !Files.isFolder(path) else {
      return TemplateSet.problems(in: try files(in: path), theme: theme).map { $0.diagnostic(in: path + "/") }
    }
    guard Files.exists(path) else { throw WorkflowError(.notFound, "\(path): no such folder or file") }
    let text = try Files.readText(path, limit: fileLimit)
    let name = URL(filePath: path).lastPathComponent
    let named = TemplateFile(name: name, text: text)
    let file = named.isPartOfTemplate ? named : TemplateFile(name: "digest.html.mustache", text: text)
    return TemplateSet.problems(in: [file], theme: theme).map { problem in
      problem.file == file.name ? problem.diagnostic(in: "").of(path) : problem.diagnostic(in: "")
    }
  }

  /// Writes the built-in template with a theme's settings into a new folder, for somebody to change.
  ///
  /// - Parameter isWhole: true for all files; otherwise the theme's settings alone, the rest staying the built-in one's.
  /// - Returns: paths of the files.
  /// - Throws: ``WorkflowError`` if one of the files is there already or cannot be written.
  public static func create(
    at folder: String, theme: String, isWhole: Bool
  ) throws(WorkflowError) -> [String] {
    var files = [TemplateSet.settingsFile(ofTheme: theme)]
    if isWhole { files += TemplateSet.builtInFiles.filter { $0.name != "theme.yaml" } }
    let paths = files.map { folder + "/" + $0.name }
    for path in paths where Files.exists(path) {
      throw WorkflowError(.cannotWrite, "\(path): is there already (name a new folder)")
    }
    for (file, path) in zip(files, paths) { try Files.write(Array(file.text.utf8), to: path) }
    return paths
  }
}

extension TemplateError {
  fileprivate func diagnostic(in folder: String) -> Diagnostic {
    Diagnostic(
      severity: .error, code: code, message: message, source: folder + file, line: line, column: column)
  }
}
