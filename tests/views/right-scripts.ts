/** Scripts that use views as they should, over `toolbox.cpp`: what each shows, and the script. */
export const rightScripts: Readonly<Record<string, string>> = {
  'a view made again after each growth': `
    const at = exports.numbers();
    let view = new Int32Array(memory.buffer, at, 4);
    exports.work();
    view = new Int32Array(memory.buffer, at, 4);
    console.log(view[3]);`,
  'views in loops, in patterns and with methods of arrays, each before memory grows': `
    const view = new Int32Array(memory.buffer, exports.numbers(), 4);
    const { length, [1]: second } = view;
    for (const index in view) console.log(index, index in view, { ...view }[index], second, length);
    console.log(Object.keys(view), Array.prototype.includes.call(view, 20));
    Array.prototype.forEach.call(view, (each) => console.log(each));
    exports.work();
    const { buffer, constructor } = view;
    console.log(buffer === memory.buffer, constructor.name, 'set' in view);`,
  'views by Reflect, in parameters and with what fills and copies, each before memory grows': `
    const table = () => new Int32Array(memory.buffer, exports.numbers(), 4);
    const view = table();
    const measure = function ({ length, 0: first, ...others }) { return [length, first, others[1]]; };
    const slowly = function* ({ length }) { yield length; };
    console.log(Reflect.get(view, 0), Reflect.set(view, 0, 5), Reflect.has(view, 9), view.hasOwnProperty(7));
    console.log(Reflect.ownKeys(view), Object.assign({}, view), JSON.stringify({ view }), view['length']);
    crypto.getRandomValues(Object.assign(view, [1, 2]));
    console.log(measure(view), structuredClone({ view: view.slice() }), Array.prototype.fill.call(view, 3));
    const length = slowly(view);
    view.forEach((each, index) => index === 3 && exports.work());
    console.log(length.next(), Symbol.toStringTag in view, Reflect.get(view, 'buffer') === memory.buffer);
    for (const each of table()) { memory.grow(1); break; }
    console.log(table().some((each) => memory.grow(1) > 0), Reflect.has(view, 'set'), [].concat(view).length);`,
  'a getter that makes a view when the old one is empty, as wasm-bindgen does': `
    let cached = null;
    const bytes = () => {
      if (cached === null || cached.byteLength === 0) cached = new Uint8Array(memory.buffer);
      return cached;
    };
    bytes()[exports.numbers()] = 11;
    exports.work();
    bytes()[exports.numbers()] = 12;`,
  'the same by comparing buffers': `
    let cached = new DataView(memory.buffer);
    const view = () => (cached.buffer === memory.buffer ? cached : (cached = new DataView(memory.buffer)));
    view().setInt32(exports.numbers(), 5, true);
    memory.grow(1);
    console.log(view().getInt32(exports.numbers(), true));`,
  'the same by asking whether there is a length': `
    let cached = new Uint8Array(memory.buffer);
    memory.grow(1);
    if (!cached.length) cached = new Uint8Array(memory.buffer);
    console.log(cached.length > 0 ? 'there' : 'gone');`,
  'the same by comparing lengths': `
    let cached = new Uint8Array(memory.buffer);
    memory.grow(2);
    if (cached.byteLength !== memory.buffer.byteLength) cached = new Uint8Array(memory.buffer);
    console.log(cached[exports.numbers()]);`,
  'shifted addresses': `
    const p = exports.reserve(16);
    for (let i = 0; i < 4; i++) Module.HEAP32[(p >> 2) + i] = i;
    console.log(Module.HEAP32[p / 4 + 3]);
    exports.release(p);`,
  'an empty view of an empty block': `
    const p = exports.reserve(0);
    console.log(new Float32Array(memory.buffer, p, 0).length);
    exports.release(p);`,
  'an index kept in a variable': `
    const p = exports.reserve(4000);
    const first = p >> 2;
    for (let index = first; index < first + 1000; index++) Module.HEAPF32[index] = 0.5;
    console.log(exports.sum(p, 1000));
    exports.release(p);`,
  'counts that are divided by a shift, and kept indices that are rounded': `
    const p = exports.reserve(4000);
    const count = 999;
    const half = count >> 1;
    const quarter = count >> 2;
    const words = (3 * 7 + 3) >> 2;
    const first = (p + 1 + 3) >> 2;
    let low = p >> 1;
    let high = low + 7;
    const middle = (low + high) >> 1;
    Module.HEAP32[(p >> 2) + quarter] = Module.HEAP16[(p >> 1) + half] + Module.HEAP16[middle];
    Module.HEAP32[(p >> 2) + words] = Module.HEAP32[first];
    const own = new Int32Array(memory.buffer, p, 1000);
    own[quarter] = 1;
    let index = (p + 2) >> 2;
    index = p >> 2;
    Module.HEAP32[index] = 2;
    exports.release(p);`,
  'elements in the middle of a block, by index and by address': `
    const p = exports.reserve(400);
    for (const at of [0, 12, 200]) Module.HEAP32[(p + at) >> 2] = at;
    const half = new Int32Array(memory.buffer, p + 200, 50);
    half[0] = 1;
    console.log(Module.HEAP32[p / 4 + 50], Module.HEAPU16[(p + 10) >> 1], half.subarray(10, 20).length);
    exports.release(p);`,
  'memory that a script adds for itself, beside blocks of the program': `
    const p = exports.reserve(40000);
    const start = memory.buffer.byteLength;
    memory.grow(4);
    const own = new Int32Array(memory.buffer);
    own[start / 4] = 1;
    own[start / 4 + 30000] = own[start >> 2];
    new Float64Array(memory.buffer, start + 65536, 100).fill(2);
    exports.release(p);`,
  'many blocks, and indices that come by their addresses': `
    const blocks = [];
    for (let i = 0; i < 40; i++) blocks.push(exports.reserve(1000));
    const large = exports.reserve(400000);
    const first = large >> 2;
    for (let index = first; index < first + 100000; index += 7) Module.HEAPU32[index] = index;
    for (const block of blocks) exports.release(block);
    exports.release(large);`,
  'values copied in with set': `
    const p = exports.reserve(16);
    Module.HEAPF32.set([1, 2, 3, 4], p >> 2);
    console.log(exports.sum(p, 4));
    exports.release(p);`,
  'the word that holds a byte, and the middle of a list': `
    const p = exports.reserve(16);
    Module.HEAPU32[p >> 2] = 0x04030201;
    const byteAt = (at) => (Module.HEAPU32[at >> 2] >>> ((at & 3) * 8)) & 255;
    console.log(byteAt(p + 1), byteAt(p + 3));
    const list = Module.HEAP16.subarray(p >> 1, (p >> 1) + 8);
    console.log(list[(0 + 7) >> 1], [1, 2, 3][(p + 1) >> 31], Module.HEAPU8[p + 1]);
    exports.release(p);`,
  'a view of just the block': `
    const p = exports.reserve(16);
    const values = new Float32Array(memory.buffer, p, 4);
    values.fill(2);
    values.set([1], 3);
    console.log(exports.sum(p, 4));
    exports.release(p);`,
  'an index that an export returns': `
    const table = new Int32Array(memory.buffer, exports.numbers(), 4);
    console.log(table[exports.index_of(30)]);`,
  'a subarray by element': `
    const p = exports.numbers();
    console.log(Module.HEAP32.subarray(p >> 2, (p >> 2) + 4).join());`,
  'bytes of a block, addressed as they are': `
    const p = exports.reserve(8);
    Module.HEAPU8[p] = 1;
    Module.HEAPU8.fill(3, p, p + 8);
    console.log(Module.HEAPU8.slice(p, p + 8).join());
    exports.release(p);`,
  'unaligned numbers through a DataView': `
    const p = exports.reserve(16);
    const view = new DataView(memory.buffer, p, 16);
    view.setFloat64(3, 1.5, true);
    console.log(view.getFloat64(3, true));
    exports.release(p);`,
  'views over buffers of their own': `
    const own = new Float32Array(4);
    own[7] = 1;
    console.log(own[9], own.length, new Uint8Array(0)[0]);
    exports.work();
    console.log(own[0]);`,
  'a copy that outlives growth': `
    const p = exports.numbers();
    const copy = Module.HEAPU8.slice(p, p + 16);
    exports.work();
    console.log(copy.length, copy[0]);`,
  'length in elements': `
    const bytes = 64;
    const p = exports.reserve(bytes);
    const values = new Int32Array(memory.buffer, p, bytes / 4);
    for (let i = 0; i < values.length; i++) values[i] = i;
    console.log(values.reduce((all, each) => all + each));
    exports.release(p);`,
  'text encoded into memory and decoded again': `
    const p = exports.reserve(32);
    const { written } = new TextEncoder().encodeInto('gr\\u00fc\\u00df dich', new Uint8Array(memory.buffer, p, 32));
    console.log(new TextDecoder().decode(new Uint8Array(memory.buffer, p, written)));
    exports.release(p);`,
  'growth by an instruction, and the glue asked again': `
    const p = exports.numbers();
    exports.grow_by(1);
    exports.work();
    console.log(Module.HEAP32[p >> 2]);`,
  'Emscripten helpers': `
    const p = exports.reserve(16);
    Module.setValue(p, 7, 'i32');
    console.log(Module.getValue(p, 'i32'));
    Module.stringToUTF8('abc', p, 16);
    console.log(Module.UTF8ToString(p));
    exports.release(p);`,
  'a detached view that nobody uses': `
    const old = new Uint8Array(memory.buffer);
    old[exports.numbers()] = 1;
    memory.grow(0);
    console.log(old instanceof Uint8Array, old.buffer === memory.buffer);`,
  'searches that end before the end': `
    const table = new Int32Array(memory.buffer, exports.numbers(), 4);
    console.log(table.indexOf(30), table.at(-1), table.includes(5));
    for (const [index, value] of table.entries()) console.log(index, value);`,
  atomics: `
    const table = new Int32Array(memory.buffer, exports.numbers(), 4);
    Atomics.add(table, 1, 5);
    console.log(Atomics.load(table, 1), Atomics.exchange(table, 0, 9));`,
  'compound assignments': `
    const table = new Int32Array(memory.buffer, exports.numbers(), 4);
    table[0] += 1;
    table[1]++;
    table[2] <<= 1;
    table[3] ||= 7;
    console.log(table.join());`,
};
