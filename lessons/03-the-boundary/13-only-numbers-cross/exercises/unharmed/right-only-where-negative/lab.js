const receive = (message) => {
  const { id } = JSON.parse(message);
  exports.remember(BigInt(id));

  const c = exports.colour();
  exports.show(c < 0 ? c + 2 ** 32 : c);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
