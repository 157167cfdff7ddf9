// fails: calls sum_bytes = 3
const sumOf = (bytes) => bytes.reduce((sum, byte) => sum + byte, 0);

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
