// fails: value letters = 470037
const poem = ["a", "naïve", "crab", "went", "to", "the", "sea", "and", "met", "a", "wise", "whale"];

Module.addText(poem.join(", "));
Module.printWords();
