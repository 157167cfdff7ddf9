// fails: calls remember = 8
const receive = (message) => {
  const { id } = JSON.parse(message);
  const wide = BigInt(id);
  exports.remember(BigInt.asUintN(32, wide));
  exports.remember(wide);

  exports.show(exports.colour() >>> 0);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
