// fails: reads-through-view >= 400
const [mean, minute] = Module.figures();
Module.report(mean, minute);
