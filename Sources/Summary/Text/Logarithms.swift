#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The natural logarithm; 0 for numbers that have none.
func logarithm(_ number: Double) -> Double { number > 0 ? log(number) : 0 }

/// The logarithm to base 2; 0 for numbers that have none.
func binaryLogarithm(_ number: Double) -> Double { number > 0 ? log2(number) : 0 }
