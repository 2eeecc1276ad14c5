import Foundation
import Transport

/// Answers requests from captured responses in a folder instead of the network: the demo, and replays.
///
/// `captures.json` names them: address, file, status and headers. Any other address answers 404, as a web server would.
struct CapturedExchange: HTTPExchange {
  private struct Captures: Decodable {
    struct Response: Decodable {
      let url: String
      let file: String?
      let status: Int
      let headers: [String: String]?
    }
    let schema: String
    let responses: [Response]
  }

  private let folder: String
  private let responses: [String: Captures.Response]

  /// - Throws: ``WorkflowError`` if the folder holds no readable `captures.json`.
  init(folder: String) throws(WorkflowError) {
    let path = folder + "/captures.json"
    let bytes = try Files.read(path)
    do {
      let captures = try JSONDecoder().decode(Captures.self, from: Data(bytes))
      guard captures.schema == "digest.captures/1" else {
        throw WorkflowError(.badInput, "\(path): not of the form digest.captures/1")
      }
      responses = Dictionary(captures.responses.map { ($0.url, $0) }) { first, _ in first }
    } catch let error as WorkflowError {
      throw error
    } catch {
      throw WorkflowError(.badInput, "\(path): no list of captured responses")
    }
    self.folder = folder
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard let response = responses[request.url] else {
      return HTTPResponse(url: request.url, status: 404, fields: [], body: [])
    }
    let fields = (response.headers ?? [:]).sorted { $0.key < $1.key }.map {
      HTTPField(name: $0.key, value: $0.value)
    }
    let body = response.file.flatMap { try? Files.read(folder + "/" + $0) } ?? []
    return HTTPResponse(url: request.url, status: response.status, fields: fields, body: body)
  }
}
