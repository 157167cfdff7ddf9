// fails: value right_ids = 8
const receive = (message) => {
  const { id } = JSON.parse(message);
  exports.remember(BigInt.asUintN(63, BigInt(id)));

  exports.show(exports.colour() >>> 0);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
