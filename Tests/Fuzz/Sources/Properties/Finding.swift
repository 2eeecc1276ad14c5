/// The bytes that libFuzzer hands over.
public func inputBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// Ends the run with a finding unless `isTrue`; libFuzzer then keeps the input.
public func expect(_ isTrue: Bool, _ message: @autoclosure () -> String) {
  if !isTrue { finding(message()) }
}

/// Ends the run with a finding.
public func finding(_ message: String) -> Never {
  fatalError("FINDING: " + message)
}
