// fails: peak-bytes >= 1200
new Uint8Array(memory.buffer, 0, 1);
Module.report(16.1438, 126);
