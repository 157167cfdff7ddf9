// fails: bytes shown = 00 00 E0 1F 00 F1 EF 41
const receive = (message) => {
  const { id } = JSON.parse(message);
  exports.remember(BigInt(id));

  exports.show(exports.colour());
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
