// fails: no-finding double-free
function check(step) {
  if (step > 3) throw new RangeError(`too high: ${step}`);
}

function queueTone(count, step) {
  let mine = exports.make_tone(count, step);
  if (mine === 0) throw new RangeError("out of memory");
  try {
    check(step);
    if (exports.enqueue(mine, count) === 0) mine = 0;
    else console.log("the queue is full");
  } finally {
    exports.release_clip(mine);
  }
}

for (const steps of [[0.25, 4, 0.02, 0.5], [0.5, 0.02, 0.25, 0.125]]) {
  for (const step of steps) {
    try {
      queueTone(64, step);
    } catch (error) {
      if (error.message !== `too high: ${step}`) throw error;
      exports.report_refused(step);
    }
  }
  exports.drain();
}
