// fails: no-finding
const table = new Module.Table(100);
const minutes = table.minutes();
const degrees = table.degrees();
let sum = 0;
let highest = 0;
for (let i = 0; i < degrees.length; ++i) {
  sum += degrees[i];
  if (degrees[i] > degrees[highest]) highest = i;
}
Module.report(sum / degrees.length, minutes[highest]);
