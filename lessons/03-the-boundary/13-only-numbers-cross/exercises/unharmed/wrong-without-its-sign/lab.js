// fails: bytes shown = 00 00 E0 1F 00 F1 EF 41
const { id } = JSON.parse('{"id": "9007199254740993"}');
exports.remember(BigInt(id));

exports.show(Math.abs(exports.colour()));
