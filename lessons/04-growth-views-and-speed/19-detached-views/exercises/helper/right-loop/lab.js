const address = exports.table_address();
const withTable = (use) => use(new Uint32Array(memory.buffer, address, 4));

for (const [index, pages] of [1, 0, 1, undefined].entries()) {
  withTable((table) => {
    table[index] = index + 1;
  });
  exports.report();
  if (pages !== undefined) memory.grow(pages);
}
withTable((table) => console.log(Array.from(table)));
