import { FileTooLarge, type FolderNode } from '../wasi/file-system.ts';
import { ProcessExit, WasiHost } from '../wasi/wasi-host.ts';

/** How one run of an LLVM tool ended. `output` is what it printed, both streams as they came. */
export interface ToolResult {
  readonly code: number;
  readonly output: string;
}

const crashed =
  'the compiler itself crashed here: a mistake of its own, whatever the program does; leave out parts of it until it compiles, and write what is left in another way';

interface Ready {
  readonly host: WasiHost;
  readonly instance: WebAssembly.Instance;
}

/**
 * The LLVM tools: one Wasm module that becomes the tool its first argument names (`clang++`, `wasm-ld`, …). Instances
 * serve once; `keepReady` makes the next ones ahead, while nobody waits.
 */
export class Llvm {
  private readonly module: WebAssembly.Module;
  private readonly ready: Ready[] = [];

  constructor(module: WebAssembly.Module) {
    this.module = module;
  }

  /** Makes instances until `count` wait. */
  keepReady(count: number): void {
    while (this.ready.length < count) this.ready.push(this.instantiate());
  }

  /** Forgets the instances that wait; each takes some 18 MB. */
  release(): void {
    this.ready.length = 0;
  }

  /** Runs a tool to its end, on `root` as its file system. A crash of the tool is an exit code of 70. */
  run(args: readonly string[], root: FolderNode): ToolResult {
    const { host, instance } = this.ready.pop() ?? this.instantiate();
    const chunks: string[] = [];
    const decoder = new TextDecoder();
    host.arguments = ['llvm', ...args];
    host.output = (bytes) => chunks.push(decoder.decode(bytes, { stream: true }));
    host.start(instance.exports.memory as WebAssembly.Memory, root);
    let code = 0;
    try {
      (instance.exports._start as () => void)();
    } catch (error) {
      if (error instanceof ProcessExit) code = error.code;
      else {
        code = 70;
        const reason = error instanceof Error ? error.message : String(error);
        const message = error instanceof FileTooLarge ? reason : `${crashed} (${reason})`;
        chunks.push(`\nerror: ${message}\n`);
      }
    }
    return { code, output: chunks.join('') };
  }

  private instantiate(): Ready {
    const host = new WasiHost();
    const imports = { wasi_snapshot_preview1: host.imports() as WebAssembly.ModuleImports };
    return { host, instance: new WebAssembly.Instance(this.module, imports) };
  }
}
