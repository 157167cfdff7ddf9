function check(step) {
  if (step > 3) throw new RangeError(`too high: ${step}`);
}

function queueTone(count, step) {
  const clip = exports.make_tone(count, step);
  if (clip === 0) throw new RangeError("out of memory");
  try {
    check(step);
  } catch (error) {
    exports.release_clip(clip);
    throw error;
  }
  if (exports.enqueue(clip, count) === 0) {
    console.log("the queue is full");
    exports.release_clip(clip);
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
