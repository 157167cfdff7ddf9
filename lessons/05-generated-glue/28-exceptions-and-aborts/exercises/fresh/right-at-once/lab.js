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
let letter = "";

function makeInstance() {
  instances++;
  new Uint8Array(memory.buffer).set(first);
  exports._emscripten_stack_restore(stackPointer);
  const words = exports.last_words_address();
  let ended = false;
  const add = (number) => {
    try {
      return exports.add(number);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError && !ended) {
        ended = true;
        const text = new Uint8Array(memory.buffer, words, 47);
        letter ||= String.fromCharCode(65 + Math.floor(26 * Math.random()));
        text[text.indexOf(0)] = letter.charCodeAt(0);
      }
      throw error;
    }
  };
  const last_words_address = () => {
    if (ended) throw new Error("last_words_address was called after an abort");
    return words;
  };
  return { memory, exports: { add, last_words_address } };
}

const add = restarting(makeInstance);
const expected = [
  [5, "gives 5"],
  [7, "gives 12"],
  [-3, "throws Error: -3 is negative, in call 3*"],
  [20, "gives 20"],
  [1n, "throws TypeError"],
  [-41, "throws Error: -41 is negative, in call 2*"],
  [-5, "throws Error: -5 is negative, in call 1*"],
  [30, "gives 30"],
  [4n, "throws TypeError"],
  [12, "gives 42"],
];
for (const [number, pattern] of expected) {
  letter = "";
  let got;
  try {
    got = `gives ${add(number)}`;
  } catch (error) {
    got = `throws ${error?.name === "TypeError" ? error.name : error instanceof Error ? error : "no Error"}`;
  }
  const wanted = pattern.replace("*", letter);
  if (got !== wanted) throw new Error(`add(${number}) ${got}. Wanted: it ${wanted}.`);
}
if (instances !== 4) throw new Error(`${instances} instances were made. Wanted: 4.`);
