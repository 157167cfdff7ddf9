const degrees = Module.degrees();
const mean = degrees.reduce((sum, each) => sum + each, 0) / degrees.length;
const highest = degrees.indexOf(degrees.reduce((most, each) => Math.max(most, each)));
Module.report(mean, Module.minutes()[highest]);
