#!/usr/bin/env bash
# Unpacks Debian's packages of Emscripten into a folder with emsdk's own layout, without root and without changing
# the system: for machines that reach a Debian mirror but not emsdk's downloads.
#
#   from-debian.sh DEST VERSION
#
# Environment: EMDEB_SUITE (forky), EMDEB_MIRROR (otherwise the mirrors of the machine's own apt sources),
# EMDEB_KEEP_DEBS (a folder that keeps the downloaded packages).
set -euo pipefail
export LC_ALL=C
dest=$1 want=$2 suite=${EMDEB_SUITE:-forky}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

for c in apt-get apt-cache dpkg dpkg-deb python3 node sha256sum; do command -v $c >/dev/null || die "needs '$c'"; done
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || die "Emscripten needs Python 3.10 or newer"
keyring=
for k in /usr/share/keyrings/debian-archive-keyring.pgp /usr/share/keyrings/debian-archive-keyring.gpg; do
  [ -n "$keyring" ] || { [ -r $k ] && keyring=$k; } || true
done
[ -n "$keyring" ] || die "no Debian keyring: install the package debian-archive-keyring"

mkdir -p "$(dirname "$dest")"
parent=$(cd "$(dirname "$dest")" && pwd -P)
dest=$parent/$(basename "$dest")
if command -v flock >/dev/null; then exec 9>"$parent/.from-debian.lock"; flock 9; fi
[ ! -x "$dest/upstream/emscripten/em++" ] || { say "there already: $dest"; exit 0; }

# In /tmp and readable, so that apt's own sandbox user can work in it when root.
work=$(mktemp -d "${TMPDIR:-/tmp}/emscripten.XXXXXX")
trap 'rm -rf "$work" "$dest.new"' EXIT
chmod 755 "$work"
mkdir -p "$work"/{state/lists/partial,cache/archives/partial,debs}
: > "$work/status"
[ "$(id -u)" != 0 ] || chown _apt "$work/debs" "$work/state/lists/partial" "$work/cache/archives/partial" 2>/dev/null || true

# Read after the machine's own apt.conf: its proxy and credentials stay, its sources, pins, hooks and folders do not.
cat > "$work/apt.conf" <<EOF
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$work/state";
Dir::State::lists "$work/state/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
Dir::Cache::archives "$work/cache/archives";
Dir::Cache::pkgcache "pkgcache.bin";
Dir::Cache::srcpkgcache "";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowWeakRepositories "false";
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::PDiffs "false";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
EOF

mirrors=${EMDEB_MIRROR:-$(
  apt-get -o Debug::NoLocking=1 update --print-uris 2>/dev/null |
    sed -n "s#^'\(.*\)/dists/[^/]*/InRelease' .*#\1#p" | grep -v -e '-security' -e '//security\.' | awk '!seen[$0]++'
)}
mirror=
for m in $mirrors; do
  echo "deb [signed-by=$keyring] $m $suite main" > "$work/sources.list"
  if apt-get -qq -c "$work/apt.conf" -o APT::Update::Error-Mode=any update >"$work/update.log" 2>&1; then mirror=$m; break; fi
done
[ -n "$mirror" ] || { cat "$work/update.log" >&2 || true; die "no mirror with Debian $suite can be reached"; }

show() { apt-cache -c "$work/apt.conf" show --no-all-versions "$1" | sed -n "s/^$2: //p"; }
version=$(show emscripten Version)
have=${version%%[+~-]*}
dpkg --compare-versions "$have" ge "$want" || die "Debian $suite has Emscripten $have, older than $want; set EMDEB_SUITE"
llvm=$(show emscripten Depends | sed -n 's/.*\bclang-\([0-9][0-9]*\).*/\1/p')
[ -n "$llvm" ] || die "cannot tell which LLVM Emscripten $version uses"
say "Emscripten $version with LLVM $llvm from Debian $suite"

# Compiler, linker and Binaryen with all shared libraries they need; of the other packages the files only.
roots="binaryen lld-$llvm libclang-cpp$llvm"
packages=$(apt-cache -c "$work/apt.conf" depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances $roots | grep -v '^[ |<]' |
  grep -v -x -e 'gcc-[0-9]*-base' -e 'libc-gconv-modules-extra' -e 'openssl-provider-legacy' -e 'libsasl2-modules-db')
packages="emscripten clang-$llvm libclang-common-$llvm-dev llvm-$llvm node-acorn $packages"

debs=${EMDEB_KEEP_DEBS:-$work/debs}
mkdir -p "$debs"; debs=$(cd "$debs" && pwd -P)
get() { apt-get -qq -c "$work/apt.conf" download "$@" 2> >(grep -v 'unsandboxed as root' >&2); }
mkdir "$work/empty"
( cd "$work/empty" && get --print-uris $packages ) |
  sed -n "s/^'[^']*' \([^ ]*\) [0-9]* SHA256:\([0-9a-f]*\)$/\2  \1/p" > "$work/SHA256SUMS"
[ "$(wc -l < "$work/SHA256SUMS")" = "$(wc -w <<< "$packages" | tr -d ' ')" ] || die "not every package has a SHA-256 in the index"
( cd "$debs" && get $packages )
# apt accepts a file that is already there by its size alone, so check again.
( cd "$debs" && sha256sum --quiet -c "$work/SHA256SUMS" ) || die "a file in $debs is not what the index says; delete it"

mkdir "$work/unpacked"
while read -r _ file; do dpkg-deb -x "$debs/$file" "$work/unpacked"; done < "$work/SHA256SUMS"
bash "$here/lay-out.sh" "$work/unpacked/usr" "$dest.new" "$llvm"
cp "$work/SHA256SUMS" "$dest.new/debian-packages.sha256"
mkdir -p "$dest.new/copyright"
for p in $packages; do
  [ ! -e "$work/unpacked/usr/share/doc/$p/copyright" ] || cp -L "$work/unpacked/usr/share/doc/$p/copyright" "$dest.new/copyright/$p"
done

printf '#include <cstdio>\nint main() { try { throw 1; } catch (int) { std::puts("ok"); } }\n' > "$work/t.cpp"
rm -rf "$dest"
mv "$dest.new" "$dest"
clean() { env -u EM_CONFIG -u EM_CACHE -u EM_LLVM_ROOT -u EM_BINARYEN_ROOT -u EMCC_CFLAGS "$@"; }
say "building the system libraries that every program links"
clean "$dest/upstream/emscripten/em++" -O1 -fwasm-exceptions "$work/t.cpp" -o "$work/t.js" || { rm -rf "$dest"; die "em++ does not work"; }
[ "$(node "$work/t.js")" = ok ] || { rm -rf "$dest"; die "the compiled program does not work"; }
say "ready: $dest"
