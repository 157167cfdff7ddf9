const receive = (message) => {
  const { id } = JSON.parse(message);
  const wide = BigInt(id);
  exports.remember(wide);

  const colour = exports.colour();
  exports.show(colour < 0 ? colour + 2 ** 32 : colour);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
