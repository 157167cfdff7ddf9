// fails: no-finding null-page
const sumOf = (bytes) => exports.sum_bytes(Uint8Array.from(bytes), bytes.length);

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
