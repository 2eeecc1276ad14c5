import Model

/// Share of a text that is links.
func linkedShare(of block: Block) -> Double {
  let linked = block.marks.reduce(0) { $1.kind == .link ? $0 + $1.range.end - $1.range.start : $0 }
  return Double(linked) / Double(max(1, block.text.utf8.count))
}

/// Whether all of a short paragraph is set in emphasised type.
func isAllEmphasised(_ block: Block) -> Bool {
  let covered = block.emphasis.reduce(0) { $0 + $1.end - $1.start }
  return covered > 0 && covered * 20 >= block.text.utf8.count * 19
}
