// Off by one: the last turn reads what is not there, and the sum becomes NaN.
// expect: outside of a view at lab.js:5
const table = new Int32Array(memory.buffer, exports.numbers(), 4);
let total = 0;
for (let i = 0; i <= table.length; i++) total += table[i];
console.log(total);
