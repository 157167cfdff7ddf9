// fails: largest-copy <= 64
const degrees = Module.degrees();
const mean = degrees.reduce((sum, each) => sum + each, 0) / degrees.length;
const highest = degrees.indexOf(Math.max(...degrees));
Module.report(mean, Module.minutes()[highest]);
