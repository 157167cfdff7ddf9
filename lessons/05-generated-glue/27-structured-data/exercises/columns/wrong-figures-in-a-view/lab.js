// fails: reads-through-view >= 800
const [mean, minute] = Module.figures();
Module.report(mean, minute);
