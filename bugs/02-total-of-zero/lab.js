const entered = [12, 30, 7, 51];
const scores = exports.new_scores(entered.length);

const numbers = new Int32Array(memory.buffer);
entered.forEach((score, i) => {
  numbers[scores + i] = score;
});

console.log('total:', exports.total(scores, entered.length));
exports.delete_scores(scores);
