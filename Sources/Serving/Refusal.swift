/// Why a request is not answered as it wished.
enum Refusal: Error, Hashable {
  case malformed
  /// Anything but GET and HEAD.
  case otherMethod
  case hasBody
  case headTooLarge
  /// The head did not come in time.
  case tooSlow
  /// The client believes that it speaks to another host.
  case otherHost

  var status: Int {
    switch self {
    case .malformed: 400
    case .otherMethod: 405
    case .tooSlow: 408
    case .hasBody: 413
    case .otherHost: 421
    case .headTooLarge: 431
    }
  }

  private var words: String {
    switch self {
    case .malformed: "this is no HTTP request"
    case .otherMethod: "only GET and HEAD are answered here"
    case .tooSlow: "the request did not come in time"
    case .hasBody: "requests with a body are not taken here"
    case .otherHost: "this server answers only to its own address on this machine"
    case .headTooLarge: "the request is too large"
    }
  }

  var answer: Answer {
    var answer = Answer(status: status, text: words)
    if self == .otherMethod { answer.fields.append(("Allow", "GET, HEAD")) }
    return answer
  }
}
