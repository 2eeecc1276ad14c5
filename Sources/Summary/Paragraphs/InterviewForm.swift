import Model

/// What stands between questions that are set in strong type: the words of whoever is asked, and not of the author who asks.
///
/// An interview has at least two such questions. Questions as headings are another thing: authors answer them themselves.
func interviewAnswers(_ passages: [Passage]) -> Set<Int> {
  let questions = passages.indices.filter {
    let block = passages[$0].block
    return block.kind == .paragraph && block.role == nil && passages[$0].count >= 4 && isAllEmphasised(block)
      && Ending(of: block.text).isQuestion
  }
  guard questions.count >= 2, let first = questions.first, let last = questions.last else { return [] }
  let asked = Set(questions)
  var answers: Set<Int> = []
  for index in passages.indices where index > first && !asked.contains(index) {
    // Behind the last answer the author may speak again: a heading or a line in strong type parts them.
    let block = passages[index].block
    if index > last, block.kind == .heading || isAllEmphasised(block) { break }
    answers.insert(index)
  }
  return answers
}
