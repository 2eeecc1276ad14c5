import Markup

/// A permalink in a form that is equal for the spellings under which one page is linked: without scheme, `www.`, fragment,
/// final slash and the parameters by which links are tracked; the host in small letters.
///
/// For comparing only: it is no address that can be asked. `nil` for what is no web address.
public func comparableLink(_ url: String) -> String? {
  guard let address = WebAddress(url), address.isWeb, let host = address.host, !host.isEmpty else {
    return nil
  }
  let name = host.utf8.starts(with: "www.".utf8) ? String(host.dropFirst(4)) : host
  var path = address.path
  while path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
  var link = name
  if let port = address.port, port != (address.scheme == "https" ? 443 : 80) { link += ":\(port)" }
  link += path
  let parameters = (address.query ?? "").split(separator: "&").filter { !isTracking($0) }
  if !parameters.isEmpty { link += "?" + parameters.joined(separator: "&") }
  return link
}

/// Parameters that say where a reader came from, and nothing of the page.
private func isTracking(_ parameter: Substring) -> Bool {
  let name = asciiLowerCased(String(parameter.prefix { $0 != "=" }))
  return name.hasPrefix("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ref_src"].contains(name)
}
