// fails: calls remember = 1
const { id } = JSON.parse('{"id": "9007199254740993"}');
const wide = BigInt(id);
exports.remember(BigInt.asUintN(32, wide));
exports.remember(wide);

exports.show(exports.colour() >>> 0);
