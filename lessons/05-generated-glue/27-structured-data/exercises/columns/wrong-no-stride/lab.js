// fails: output "mean 16.2512 degrees, highest at minute 1106\n"
const count = Module.size();
const degrees = new Float32Array(memory.buffer, Module.address(), count);
const minutes = new Uint32Array(memory.buffer, Module.address(), count);
const mean = degrees.reduce((sum, each) => sum + each, 0) / count;
Module.report(mean, minutes[degrees.indexOf(Math.max(...degrees))]);
