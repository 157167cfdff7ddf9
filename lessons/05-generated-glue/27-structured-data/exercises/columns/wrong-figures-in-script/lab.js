// fails: peak-bytes >= 2400
new Uint8Array(memory.buffer, 0, 1);
Module.report(16.2512, 1106);
