const { id } = JSON.parse('{"id": "9007199254740993"}');
exports.remember(BigInt.asUintN(64, BigInt(id)));

exports.show(Number(BigInt.asUintN(32, BigInt(exports.colour()))));
