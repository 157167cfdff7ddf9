#!/usr/bin/env bash
# Lays out unpacked Debian packages of Emscripten as emsdk does: DEST/.emscripten, DEST/upstream/{bin,lib,emscripten}.
#
#   lay-out.sh UNPACKED/usr DEST LLVM_MAJOR
set -euo pipefail
x=$1 new=$2 llvm=$3
rm -rf "$new"
u=$new/upstream
mkdir -p "$u"/{bin,lib/clang,libexec}
mv "$x/share/emscripten" "$u/emscripten"
rm -f "$u/emscripten/.emscripten" # Debian's, with system paths; it would win over ours
# Debian's entry points do not quote their own path.
{ grep -l 'readlink -f \$' "$u"/emscripten/em* || true; } | xargs -r -d '\n' sed -i -e 's#\$(readlink -f \$0)#$(readlink -f "$0")#' \
  -e 's#\$(readlink -f \$(dirname \$0)\(/[^)]*\))#$(readlink -f "$(dirname "$0")\1")#'
mkdir "$u/emscripten/node_modules"
for m in acorn acorn-import-phases; do
  [ ! -d "$x/share/nodejs/$m" ] || mv "$x/share/nodejs/$m" "$u/emscripten/node_modules/"
done
mv "$x/lib/llvm-$llvm/lib/clang/$llvm" "$u/lib/clang/$llvm"
tools="clang clang++ clang-scan-deps lld wasm-ld llvm-ar llvm-ranlib llvm-nm llvm-objcopy llvm-strip llvm-size
  llvm-dwarfdump llvm-dwp llvm-cxxfilt llvm-readobj"
for t in $tools; do [ ! -e "$x/lib/llvm-$llvm/bin/$t" ] || cp -a "$x/lib/llvm-$llvm/bin/$t" "$u/libexec/"; done
find "$x/bin" -type f \( -name 'wasm-*' -o -name wasm2js \) -exec mv -t "$u/libexec/" {} + # Binaryen
find "$x/lib" -mindepth 2 -maxdepth 2 -path '*-linux-gnu*' -name '*.so*' -exec mv -t "$u/lib/" {} +
loader=$(basename "$u"/lib/ld-linux-*.so.*)
mv "$u/lib/$loader" "$u/bin/$loader" # in bin: clang takes its own folder from /proc/self/exe

# One wrapper for all tools. The unpacked C library is newer than the machine's, so each tool is started by the
# unpacked loader; nothing is patched, and the folder can be moved. clang starts itself again (-cc1) under the name
# it was called by only when told -no-canonical-prefixes.
cat > "$u/bin/.run" <<EOF
#!/bin/sh
d=\${0%/*} n=\${0##*/}
[ -e "\$d/.run" ] || { d=\$(readlink -f -- "\$(command -v -- "\$0")"); d=\${d%/*}; }
case \$n:\${1-} in
  clang*:-cc1*|clang-scan-deps:*) ;;
  clang*) set -- -no-canonical-prefixes "\$@" ;;
esac
exec "\$d/$loader" --inhibit-cache --library-path "\$d/../lib" --argv0 "\$d/\$n" "\$d/../libexec/\$n" "\$@"
EOF
chmod 755 "$u/bin/.run"
for t in "$u"/libexec/*; do ln -s .run "$u/bin/${t##*/}"; done

cat > "$new/.emscripten" <<'EOF'
import os
emsdk_path = os.path.dirname(os.getenv('EM_CONFIG') or __file__).replace('\\', '/')
NODE_JS = os.getenv('EMSDK_NODE') or 'node'
LLVM_ROOT = emsdk_path + '/upstream/bin'
BINARYEN_ROOT = emsdk_path + '/upstream'
EMSCRIPTEN_ROOT = emsdk_path + '/upstream/emscripten'
CACHE = emsdk_path + '/upstream/emscripten/cache'
EOF
