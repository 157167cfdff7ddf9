// fails: value right = 30
function read(address) {
  return [7, 2.5, -1];
}

const address = exports.record_address();
for (let i = 0; i < 30; i++) {
  const [id, size, change] = read(address + 10 * (i % 2));
  if (!exports.check(id, size, change)) console.log("not right:", id, size, change);
}
