// fails: bytes last_id = 01 00 00 00 00 00 20 00
const { id } = JSON.parse('{"id": "9007199254740993"}');
exports.remember(BigInt.asUintN(32, BigInt(id)));

exports.show(exports.colour() >>> 0);
