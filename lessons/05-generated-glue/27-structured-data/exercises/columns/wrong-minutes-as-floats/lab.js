// fails: output "mean 16.1438 degrees, highest at minute 126\n"
const words = new Float32Array(memory.buffer, Module.address(), 3 * Module.size());
const degrees = words.filter((_, at) => at % 3 === 1);
const minutes = words.filter((_, at) => at % 3 === 0);
const mean = degrees.reduce((sum, each) => sum + each, 0) / degrees.length;
Module.report(mean, minutes[degrees.indexOf(Math.max(...degrees))]);
