// fails: calls colour >= 8
let n = 0;
const receive = (message) => {
  const { id } = JSON.parse(message);
  exports.remember(BigInt(id));

  n++;
  exports.show(((0xff8800ff << (4 * n)) | (0xff8800ff >>> (32 - 4 * n))) >>> 0);
};

for (let left = 7n; left >= 0n; left--) {
  const id = 9007199254740993n + left * 0x1f23456789abcdefn;
  receive(JSON.stringify({ id: String(id) }));
}
