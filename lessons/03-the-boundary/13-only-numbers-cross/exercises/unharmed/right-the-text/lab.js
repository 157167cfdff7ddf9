const { id } = JSON.parse('{"id": "9007199254740993"}');
exports.remember(id); // a text of digits becomes a BigInt of itself

exports.show(exports.colour() >>> 0);
