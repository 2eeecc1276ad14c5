import ArgumentParser
import Configuration
import Model
import Serving
import Store
import Templates
import Workflow

/// How a command ends; the numbers of sysexits.h where it has one.
enum ExitStatus: Int32 {
  case failed = 1
  case nothingNew = 3
  case lintErrors = 4
  case partlyDone = 6
  case badInput = 65
  case notFound = 66
  case network = 69
  case cannotWrite = 73
  case locked = 75
  case configuration = 78

  /// The status that fits an error, and what to tell about it.
  static func of(_ error: any Error) -> (status: ExitStatus, message: String) {
    switch error {
    case let error as WorkflowError:
      let status: ExitStatus =
        switch error.kind {
        case .failed: .failed
        case .badInput: .badInput
        case .notFound: .notFound
        case .network: .network
        case .cannotWrite: .cannotWrite
        case .locked: .locked
        case .configuration: .configuration
        }
      return (status, error.description)
    case let error as NothingNew: return (.nothingNew, error.description)
    case let error as ConfigurationError: return (.configuration, error.description)
    case let error as TemplateError: return (.configuration, error.description)
    case let error as StoreError:
      switch error {
      case .unusable: return (.cannotWrite, error.description)
      case .newer, .damaged: return (.badInput, error.description)
      }
    case let error as ServingError: return (.network, error.description)
    default: return (.failed, "\(error)")
    }
  }
}

/// Runs the body of a command; whatever it throws becomes one line on standard error and an exit code.
func reportingErrors(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let exit as ExitCode {
    throw exit
  } catch let error as ValidationError {
    throw error
  } catch {
    let (status, message) = ExitStatus.of(error)
    Terminal.error.write("digest: " + message + "\n")
    throw ExitCode(status.rawValue)
  }
}
