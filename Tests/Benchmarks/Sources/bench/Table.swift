#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func row(_ name: String, _ columns: String...) -> String {
  padded(name, 20) + columns.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

/// `number` with `digits` after the point.
func decimal(_ number: Double, _ digits: Int) -> String {
  var scale = 1
  for _ in 0..<digits { scale *= 10 }
  let scaled = Int((number * Double(scale)).rounded())
  guard digits > 0 else { return "\(scaled)" }
  let fraction = "\(scaled % scale)"
  return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
}

/// Ends the program as a check that failed.
func exitWithFailure() -> Never { exit(1) }
