import Model

/// Swift Testing has a `Comment` too.
typealias Comment = Model.Comment
