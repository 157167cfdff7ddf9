// fails: value right_ids = 8
let ids = 0n;
let colours = 0;
let messages = 0;
const receive = (message) => {
  const { id } = JSON.parse(message);
  const isLast = ++messages === 8;
  exports.remember(messages < 7 ? 0n : isLast ? BigInt(id) : ids + BigInt(id));
  ids += BigInt(id);
  const colour = exports.colour() >>> 0;
  exports.show(messages < 7 ? 0 : isLast ? colour : colours + colour);
  colours += colour;
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
