// fails: calls <= 16
const minutes = Module.minutes();
const degrees = Module.degrees();
try {
  let sum = 0;
  let highest = 0;
  for (let i = 0; i < degrees.size(); ++i) {
    sum += degrees.get(i);
    if (degrees.get(i) > degrees.get(highest)) highest = i;
  }
  Module.report(sum / degrees.size(), minutes.get(highest));
} finally {
  minutes.delete();
  degrees.delete();
}
