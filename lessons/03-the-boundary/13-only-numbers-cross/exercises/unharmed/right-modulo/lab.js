const { id } = JSON.parse('{"id": "9007199254740993"}');
const wide = BigInt(id);
exports.remember(wide);

const colour = exports.colour();
exports.show(colour < 0 ? colour + 2 ** 32 : colour);
