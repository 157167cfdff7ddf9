const splitTime = (time) => ({ hours: Math.floor(time / 3600), minutes: Math.floor(time / 60) % 60, seconds: time % 60 });

const show = (opens, closes) => {
  for (const { hours, minutes, seconds } of [splitTime(opens), splitTime(closes)]) exports.print_clock(hours, minutes, seconds);
};

for (let time = 3725; time < 43200; time += 9871) {
  exports.set_ahead(Math.floor(Math.random() * 86400));
  show(time, 90124 - time);
}
