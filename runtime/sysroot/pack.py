"""Packs Emscripten's headers and libraries, and clang's own headers, into one reproducible tar for the page."""

import argparse
import glob
import io
import os
import re
import subprocess
import tarfile
import tempfile

# Interfaces that need a browser window, a driver or another processor's instructions; and what only tools read.
LEFT_OUT = re.compile(
    r"^include/(AL|EGL|GL|GLES\d?|GLFW|KHR|SDL|X11|mach-o|mimalloc[^/]*|omp[^/]*|webgpu|webgl|fakesdl)(/|$)"
    r"|^include/(sanitizer|profile|fuzzer|xray|orc|scsi)/|^include/compat/[a-z0-9_]*(intrin|neon)\.h$"
    r"|^include/c\+\+/v1/__cxx03/|modulemap(\.in)?$"
)
# Of clang's own headers, those that are not for other processors.
OWN = re.compile(r"(__(float|std)[a-z_]*|float|inttypes|iso646|limits|std[a-z]+|tgmath|unwind|varargs|wasm_simd128)\.h")


def add(archive, name, data):
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    entry.mode = 0o644
    archive.addfile(entry, io.BytesIO(data))


def without_debug_information(objcopy, library):
    """A learner cannot open the libraries' sources, and their debug information is most of their size."""
    with tempfile.TemporaryDirectory() as folder:
        stripped = os.path.join(folder, os.path.basename(library))
        subprocess.run([objcopy, "--strip-debug", library, stripped], check=True)
        with open(stripped, "rb") as file:
            return file.read()


def javascript_symbols(nm, libraries, headers):
    """What only JavaScript can provide: names that the libraries leave undefined, and Emscripten's own interfaces."""

    def names(which):
        command = [nm, which, "--format=just-symbols", "--quiet", *libraries]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        return {line for line in lines if re.fullmatch(r"\w+", line)}

    declared = {"strptime", "strptime_l"}  # of the C library, but written in JavaScript
    for path in headers:
        with open(path, encoding="utf-8") as file:
            declared.update(re.findall(r"\b(_?(?:emscripten|embind|emval)_\w+)\s*\(", file.read()))
    return sorted((names("--undefined-only") | declared) - names("--defined-only"))


def sysroot_files(sysroot):
    top = os.path.join(sysroot, "include")
    for folder, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, sysroot).replace(os.sep, "/")
            if not LEFT_OUT.match(relative):
                yield relative, path


def own_files(folder):
    paths = sorted(glob.glob(os.path.join(folder, "**", "*.h"), recursive=True))
    return [("include/" + os.path.relpath(path, folder).replace(os.sep, "/"), path) for path in paths]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sysroot", required=True)
    parser.add_argument("--own-headers", required=True, help="folder of the headers that come with Pagewise")
    parser.add_argument("--clang-headers", required=True)
    parser.add_argument("--objcopy", required=True, help="llvm-objcopy of the SDK")
    parser.add_argument("--nm", required=True, help="llvm-nm of the SDK")
    parser.add_argument("--output", required=True)
    parser.add_argument("libraries", nargs="+")
    options = parser.parse_args()

    os.makedirs(os.path.dirname(options.output), exist_ok=True)
    unfinished = options.output + ".new"
    with tarfile.open(unfinished, "w", format=tarfile.USTAR_FORMAT) as archive:
        headers = list(sysroot_files(options.sysroot))
        for name, path in headers + own_files(options.own_headers):
            with open(path, "rb") as file:
                add(archive, name, file.read())
        names = [f"lib/wasm32-emscripten/{library}.a" for library in options.libraries]
        paths = [os.path.join(options.sysroot, name) for name in names]
        for name, path in zip(names, paths):
            add(archive, name, without_debug_information(options.objcopy, path))
        own = [path for name, path in headers if name.startswith("include/emscripten")]
        symbols = javascript_symbols(options.nm, paths, own)
        add(archive, "lib/javascript-symbols.txt", "".join(f"{symbol}\n" for symbol in symbols).encode())
        with tarfile.open(options.clang_headers) as resources:
            for entry in sorted(resources.getmembers(), key=lambda member: member.name):
                header = re.fullmatch(r"\.?/?include/([^/]+\.h)", entry.name)
                if entry.isfile() and header and OWN.fullmatch(header[1]):
                    add(archive, f"clang/include/{header[1]}", resources.extractfile(entry).read())
    os.replace(unfinished, options.output)


if __name__ == "__main__":
    main()
