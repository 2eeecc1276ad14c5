#!/usr/bin/env bash
# Fuzzes one part of digest:  run.sh feed|page|sanitiser|date|address|opml [seconds | file] [libFuzzer options ...]
# What breaks is kept in .findings/; such a file instead of the seconds shows the finding again.
set -euo pipefail

case "${1:-}" in
  feed) product=FuzzFeed ;;
  page) product=FuzzPage ;;
  sanitiser) product=FuzzSanitiser ;;
  date) product=FuzzDate ;;
  address) product=FuzzAddress ;;
  opml) product=FuzzOPML ;;
  *)
    echo "usage: run.sh feed|page|sanitiser|date|address|opml [seconds | file] [libFuzzer options ...]" >&2
    exit 64
    ;;
esac
name=$1
shift
work=${1:-60}
[ $# -eq 0 ] || shift
[ ! -f "$work" ] || work=$(realpath "$work")
cd "$(dirname "$0")"

# With it, Swift's own crash reporter would hold a crashed process for minutes.
export SWIFT_BACKTRACE=enable=no

# SwiftPM passes the sanitizers to the compiler one by one, and the second takes the coverage of the first away:
# hence both again, together. The linker's notices about the sanitizers' symbols are no fault.
swift build -c release --sanitize=address --sanitize=fuzzer -Xswiftc -sanitize=address,fuzzer \
  --product "$product" 2>&1 | { grep -v 'Cannot export local symbol' || true; }
program=.build/release/$product

if [ -f "$work" ]; then exec "$program" "$@" "$work"; fi
mkdir -p ".corpus/$name" .findings
exec "$program" -dict=markup.dict -max_total_time="$work" -rss_limit_mb=3000 -timeout=10 \
  -artifact_prefix=.findings/ -print_final_stats=1 "$@" ".corpus/$name" "Seeds/$name"
