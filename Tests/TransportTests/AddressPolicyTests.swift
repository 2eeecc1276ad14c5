import Testing
import Transport

@Suite("Address policy")
struct AddressPolicyTests {
  @Test(
    "Only addresses of the public internet are dialled without being allowed",
    arguments: [
      ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("127.0.0.1", .loopback),
      ("127.255.255.254", .loopback), ("10.0.0.1", .private), ("10.255.255.255", .private),
      ("172.15.255.255", .global), ("172.16.0.1", .private), ("172.31.255.255", .private),
      ("172.32.0.1", .global), ("192.168.0.1", .private), ("192.167.255.255", .global),
      ("169.254.169.254", .linkLocal), ("100.63.255.255", .global), ("100.64.0.1", .shared),
      ("100.127.255.255", .shared), ("100.128.0.1", .global), ("192.0.0.8", .reserved),
      ("192.0.2.1", .documentation), ("192.0.3.1", .global), ("192.88.99.1", .reserved),
      ("198.17.255.255", .global), ("198.18.0.1", .reserved), ("198.19.255.255", .reserved),
      ("198.51.100.7", .documentation), ("203.0.113.7", .documentation), ("224.0.0.1", .multicast),
      ("239.255.255.255", .multicast), ("240.0.0.1", .reserved), ("255.255.255.255", .reserved),
      ("8.8.8.8", .global), ("223.255.255.255", .global), ("1.1.1.1", .global),
      ("::", .unspecified), ("::1", .loopback), ("::2", .embedded), ("::127.0.0.1", .embedded),
      ("::ffff:127.0.0.1", .embedded), ("::ffff:8.8.8.8", .embedded), ("::ffff:0:10.0.0.1", .embedded),
      ("64:ff9b::10.0.0.1", .embedded), ("64:ff9b::8.8.8.8", .embedded), ("64:ff9b:1::1", .embedded),
      ("100::1", .reserved), ("2001::1", .embedded), ("2001:10::1", .reserved), ("2001:20::1", .reserved),
      ("2001:db8::1", .documentation), ("2001:200::1", .global), ("2002:7f00:1::1", .embedded),
      ("2002:808:808::1", .embedded), ("3fff::1", .documentation), ("3fff:1000::1", .global),
      ("2606:4700::1111", .global), ("4000::1", .reserved), ("5f00::1", .reserved), ("fc00::1", .private),
      ("fd00:ec2::254", .private), ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .private),
      ("ff02::1", .multicast), ("ff0e::1", .multicast),
    ] as [(String, IPAddress.Scope)])
  func scopes(text: String, scope: IPAddress.Scope) throws {
    let address = try #require(IPAddress(text))
    #expect(address.scope == scope)
    let isPermitted = AddressPolicy.publicOnly.permits(address, host: "example.com", port: 443)
    #expect(isPermitted == (scope == .global))
  }

  @Test(
    "A host is allowed by name and port",
    arguments: [
      ("127.0.0.1:8080", "127.0.0.1", 8080, true), ("127.0.0.1:8080", "127.0.0.1", 8081, false),
      ("127.0.0.1:8080", "127.0.0.2", 8080, false), ("localhost:*", "localhost", 1, true),
      ("localhost:*", "LOCALHOST.", 65535, true), ("LocalHost.:80", "localhost", 80, true),
      ("localhost:*", "localhost.example", 80, false), ("intranet.example", "intranet.example", 443, true),
      ("intranet.example", "intranet.example", 80, true),
      ("intranet.example", "intranet.example", 8080, false),
      ("[::1]:8080", "[::1]", 8080, true), ("[::1]:8080", "[::1]", 80, false), ("[::1]", "[::1]", 443, true),
      ("localhost:0", "localhost", 0, false), ("localhost:99999", "localhost", 99999, false),
      ("localhost:http", "localhost", 80, false), (":80", "", 80, false), ("", "", 80, false),
      ("*:*", "localhost", 80, false),
    ])
  func allowedHosts(entry: String, host: String, port: Int, isAllowed: Bool) {
    #expect(AddressPolicy(allowedHosts: [entry]).allows(host: host, port: port) == isAllowed)
  }

  @Test(
    "Short forms, names and rubbish are not addresses",
    arguments: [
      "127.1", "2130706433", "0x7f000001", "localhost", "", "1.2.3.4.5", "::1%lo", "[::1]", "1.2.3.4 ",
    ])
  func notAnAddress(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test("An address is printed in its shortest form")
  func description() throws {
    #expect(try #require(IPAddress("2001:DB8:0:0:0:0:0:1")).description == "2001:db8::1")
    #expect(IPAddress(bytes: [192, 0, 2, 1])?.description == "192.0.2.1")
    #expect(IPAddress(bytes: [1, 2, 3]) == nil)
  }
}
