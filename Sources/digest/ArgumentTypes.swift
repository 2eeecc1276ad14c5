public import ArgumentParser
public import Model

// How values of the domain are given on the command line.

extension Instant: ExpressibleByArgument {
  public init?(argument: String) { self.init(rfc3339: argument) }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso8601: argument) }
}

extension Week: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension FeedSource.ID: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument) }
}
