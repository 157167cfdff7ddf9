// fails: bytes last_id = 01 00 00 00 00 00 20 00
const receive = (message) => {
  const { id } = JSON.parse(message);
  exports.remember(BigInt(Number(id)));

  exports.show(exports.colour() >>> 0);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
