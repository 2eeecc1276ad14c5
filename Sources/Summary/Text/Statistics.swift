/// How many standard deviations each value lies above their mean, held to ± `limit`; all 0 where they do
/// not differ.
func standardised(_ values: [Double], limit: Double = 2.5) -> [Double] {
  guard !values.isEmpty else { return [] }
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  guard deviation > 1e-9 else { return values.map { _ in 0 } }
  return values.map { min(limit, max(-limit, ($0 - mean) / deviation)) }
}
