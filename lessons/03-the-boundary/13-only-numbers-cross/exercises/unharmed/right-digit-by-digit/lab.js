const receive = (message) => {
  const { id } = JSON.parse(message);
  let wide = 0n;
  for (const digit of id) wide = wide * 10n + BigInt(digit);
  exports.remember(wide);

  exports.show(exports.colour() >>> 0);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
