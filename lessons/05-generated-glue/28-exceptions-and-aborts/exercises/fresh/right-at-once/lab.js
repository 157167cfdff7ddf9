function textAt(memory, address) {
  let text = "";
  for (const code of new Uint8Array(memory.buffer, address)) {
    if (code === 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}

function restarting(makeInstance) {
  let { memory, exports } = makeInstance();
  let address = exports.last_words_address();
  return (number) => {
    try {
      return exports.add(number);
    } catch (error) {
      if (error.name !== "RuntimeError") throw error;
      const broken = new Error(textAt(memory, address), { cause: error });
      ({ memory, exports } = makeInstance());
      address = exports.last_words_address();
      throw broken;
    }
  };
}

// ---------------------------------------------------------------------------------------------------------------

const first = new Uint8Array(memory.buffer).slice();
const stackPointer = exports.emscripten_stack_get_current();
let instances = 0;

function makeInstance() {
  instances++;
  new Uint8Array(memory.buffer).set(first);
  exports._emscripten_stack_restore(stackPointer);
  const { add, last_words_address } = exports;
  return { memory, exports: { add, last_words_address } };
}

const add = restarting(makeInstance);
const expected = [
  [5, "5"],
  [7, "12"],
  [-3, "Error: -3 is negative"],
  [20, "20"],
  [1n, "TypeError"],
  [-41, "Error: -41 is negative"],
  [-5, "Error: -5 is negative"],
  [30, "30"],
  [4n, "TypeError"],
  [12, "42"],
];
for (const [number, wanted] of expected) {
  let got;
  try {
    got = `${add(number)}`;
  } catch (error) {
    got = error.name === "TypeError" ? "TypeError" : `${error}`;
  }
  if (got !== wanted) throw new Error(`add(${number}) gave "${got}". Wanted: "${wanted}".`);
}
if (instances !== 4) throw new Error(`${instances} instances were made. Wanted: 4.`);
