import { type PrecompiledHeader, precompiledHeaderKey } from './llvm/precompiled-headers.ts';

/** Keeps bytes between visits or builds. A store that loses things costs time, nothing else. */
export interface ByteStore {
  load(key: string): Promise<Uint8Array | null>;
  save(key: string, bytes: Uint8Array): Promise<void>;
}

/** Hands out precompiled headers: from this process, from the store, or by building one. */
export class HeaderKeeper {
  private readonly store: ByteStore;
  private readonly known = new Map<string, Uint8Array>();

  constructor(store: ByteStore) {
    this.store = store;
  }

  /** The header if it was ever built, without building it. */
  async find(header: PrecompiledHeader): Promise<Uint8Array | null> {
    const key = precompiledHeaderKey(header);
    const known = this.known.get(key);
    if (known) return known;
    const kept = await this.store.load(key).catch(() => null);
    if (kept) this.known.set(key, kept);
    return kept;
  }

  /** Takes over a header that was built elsewhere. */
  adopt(header: PrecompiledHeader, bytes: Uint8Array): void {
    this.known.set(precompiledHeaderKey(header), bytes);
  }

  /** The header, built with `build` if it never was. */
  async get(header: PrecompiledHeader, build: () => Uint8Array): Promise<Uint8Array> {
    const found = await this.find(header);
    if (found) return found;
    const bytes = build();
    const key = precompiledHeaderKey(header);
    this.known.set(key, bytes);
    await this.store.save(key, bytes).catch(() => {});
    return bytes;
  }
}
