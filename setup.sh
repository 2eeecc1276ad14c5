#!/usr/bin/env bash
# One script, two commands:
#   ./setup.sh         installs what is missing, builds a release binary and runs the demo (offline)
#   ./setup.sh test    installs what is missing, checks the formatting and runs all tests
#   ./setup.sh packages    only installs what is missing
set -euo pipefail
cd "$(dirname "$0")"

# What a Debian 12 machine needs beside Swift 6.3: the C libraries with their headers, zone data, certificates.
packages=(libxml2-dev libcurl4-openssl-dev libsqlite3-dev libzstd-dev libstemmer-dev pkg-config tzdata ca-certificates)

install_missing() {
  local missing=() package
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      echo "These Debian packages are missing: ${missing[*]}" >&2
      echo "Install them, then run this again:  sudo apt-get install ${missing[*]}" >&2
      exit 69
    fi
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_swift() {
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ] || [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" != "6.2" ]; then
    echo "Swift 6.3 is needed (found: ${version:-none}). See https://www.swift.org/install/linux/" >&2
    exit 69
  fi
}

case "${1:-demo}" in
  demo)
    need_swift
    install_missing
    # Without debug information: a third smaller, and readable for valgrind.
    swift build -c release --static-swift-stdlib --product digest -Xlinker --strip-debug
    .build/release/digest demo
    ;;
  test)
    need_swift
    install_missing
    swift format lint --strict --recursive Package.swift Sources Tests
    swift build --build-tests
    swift test --skip-build --disable-xctest
    ;;
  packages)
    install_missing
    ;;
  *)
    echo "usage: ./setup.sh [demo|test|packages]" >&2
    exit 64
    ;;
esac
