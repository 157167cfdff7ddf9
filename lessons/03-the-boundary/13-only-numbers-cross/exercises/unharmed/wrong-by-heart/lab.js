// fails: value right_ids = 8
const receive = () => {
  exports.remember(9007199254740993n);

  exports.show(4287103231);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
