// fails: allocates 2
const poem = ["a", "naïve", "crab", "went", "to", "the", "sea", "and", "met", "a", "wise", "whale"];

Module.addText(poem.slice(0, 6).join(" "));
Module.addText(poem.slice(6).join(" "));
Module.printWords();
