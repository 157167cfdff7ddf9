const recording = Float32Array.from({ length: 16 }, (_, i) => Math.cos(i / 4));

const sound = exports.new_sound(recording.byteLength);
exports.set_volume(50);
new Float32Array(memory.buffer, sound, recording.length).set(recording);

exports.play(sound, recording.length);
