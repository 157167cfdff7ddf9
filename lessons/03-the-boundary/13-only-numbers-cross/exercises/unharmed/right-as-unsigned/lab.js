const receive = (message) => {
  const { id } = JSON.parse(message);
  exports.remember(BigInt.asUintN(64, BigInt(id)));

  exports.show(Number(BigInt.asUintN(32, BigInt(exports.colour()))));
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
