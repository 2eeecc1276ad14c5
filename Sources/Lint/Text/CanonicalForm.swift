/// True if no letter stands apart from an accent with which Unicode has it as one, and no marks stand in another order
/// (Unicode normalisation form C, UAX #15, as far as it meets newsletters).
func isComposed(_ text: String) -> Bool {
  var before: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    if isReplacedAlways(scalar.value) { return false }
    let order = scalar.properties.canonicalCombiningClass.rawValue
    if let before {
      let orderBefore = before.properties.canonicalCombiningClass.rawValue
      if order > 0, orderBefore > order { return false }
      if mayJoin(scalar), composes(before, scalar) { return false }
    }
    before = scalar
  }
  return true
}

private func mayJoin(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x300...0x345, 0x653...0x655, 0x93C, 0x1161...0x1175, 0x11A8...0x11C2, 0x3099, 0x309A, 0x9BE, 0x9D7,
    0xB3E, 0xB56,
    0xB57, 0xBBE, 0xBD7, 0xC56, 0xCC2, 0xCD5, 0xCD6, 0xD3E, 0xD57, 0xDCA, 0xDCF, 0xDDF, 0x102E:
    true
  default: false
  }
}

private func composes(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
  if (0x1161...0x1175).contains(second.value) { return (0x1100...0x1112).contains(first.value) }
  if (0x11A8...0x11C2).contains(second.value) {
    return (0xAC00...0xD7A3).contains(first.value) && (first.value - 0xAC00) % 28 == 0
  }
  var pair = String.UnicodeScalarView()
  pair.append(first)
  pair.append(second)
  return composedScalars.contains(String(pair))
}

/// Every letter that Unicode also has as letter and mark. Strings that are canonically equal are the same to a set, so that
/// the pair is found by its one scalar.
private let composedScalars: Set<String> = {
  var found: Set<String> = []
  for range in [
    0xC0...0x233, 0x344...0x3D4, 0x400...0x4F9, 0x622...0x6D3, 0x929...0x934, 0x9CB...0x9CC,
    0xB48...0xDDE, 0x1026...0x1026, 0x1E00...0x1FFC, 0x219A...0x22ED, 0x304C...0x30FE,
  ] as [ClosedRange<UInt32>] {
    for value in range {
      guard let scalar = Unicode.Scalar(value), !isReplacedAlways(value) else { continue }
      found.insert(String(scalar))
    }
  }
  return found
}()

/// Scalars that are only other names of others, such as the Ångström sign.
private func isReplacedAlways(_ value: UInt32) -> Bool {
  switch value {
  case 0x340, 0x341, 0x343, 0x344, 0x374, 0x37E, 0x387, 0x958...0x95F, 0x9DC, 0x9DD, 0x9DF, 0xA33, 0xA36,
    0xA59...0xA5B,
    0xA5E, 0xB5C, 0xB5D, 0x1F71, 0x1F73, 0x1F75, 0x1F77, 0x1F79, 0x1F7B, 0x1F7D, 0x1FBB, 0x1FBE, 0x1FC9,
    0x1FCB,
    0x1FD3, 0x1FDB, 0x1FE3, 0x1FEB, 0x1FEE, 0x1FEF, 0x1FF9, 0x1FFB, 0x1FFD, 0x2000, 0x2001, 0x2126, 0x212A,
    0x212B,
    0x2329, 0x232A, 0x2ADC, 0xFB1D, 0xFB1F, 0xFB2A...0xFB36, 0xFB38...0xFB3C, 0xFB3E, 0xFB40, 0xFB41, 0xFB43,
    0xFB44,
    0xFB46...0xFB4E:
    true
  case 0xF900...0xFAFF:
    ![0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29]
      .contains(value)
  default: false
  }
}
