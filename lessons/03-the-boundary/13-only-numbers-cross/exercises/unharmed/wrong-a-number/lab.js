// fails: finishes
const { id } = JSON.parse('{"id": "9007199254740993"}');
exports.remember(Number(id));

exports.show(exports.colour() >>> 0);
