const address = exports.table_address();
const withTable = (use) => use(new Uint32Array(memory.buffer, address, 4));

for (const [index, pages] of [1, 0, 1, 1].entries()) {
  withTable((table) => {
    table[index] = index + 1;
  });
  exports.report();
  memory.grow(pages);
}
withTable((table) => console.log(Array.from(table)));
