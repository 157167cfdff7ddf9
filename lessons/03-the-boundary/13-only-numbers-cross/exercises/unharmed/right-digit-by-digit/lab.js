const { id } = JSON.parse('{"id": "9007199254740993"}');
let wide = 0n;
for (const digit of id) wide = wide * 10n + BigInt(digit);
exports.remember(wide);

exports.show(exports.colour() >>> 0);
