"""Packs Emscripten's headers and libraries, and clang's own headers, into one reproducible tar for the page."""

import argparse
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


def sysroot_files(sysroot):
    top = os.path.join(sysroot, "include")
    for folder, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, sysroot).replace(os.sep, "/")
            if not LEFT_OUT.match(relative):
                yield relative, path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sysroot", required=True)
    parser.add_argument("--clang-headers", required=True)
    parser.add_argument("--objcopy", required=True, help="llvm-objcopy of the SDK")
    parser.add_argument("--output", required=True)
    parser.add_argument("libraries", nargs="+")
    options = parser.parse_args()

    os.makedirs(os.path.dirname(options.output), exist_ok=True)
    unfinished = options.output + ".new"
    with tarfile.open(unfinished, "w", format=tarfile.USTAR_FORMAT) as archive:
        for name, path in sysroot_files(options.sysroot):
            with open(path, "rb") as file:
                add(archive, name, file.read())
        for library in options.libraries:
            name = f"lib/wasm32-emscripten/{library}.a"
            add(archive, name, without_debug_information(options.objcopy, os.path.join(options.sysroot, name)))
        with tarfile.open(options.clang_headers) as resources:
            for entry in sorted(resources.getmembers(), key=lambda member: member.name):
                own = re.fullmatch(r"\.?/?include/([^/]+\.h)", entry.name)
                if entry.isfile() and own and OWN.fullmatch(own[1]):
                    add(archive, f"clang/include/{own[1]}", resources.extractfile(entry).read())
    os.replace(unfinished, options.output)


if __name__ == "__main__":
    main()
