const poem = ["a", "naïve", "crab", "went", "to", "the", "sea", "and", "met", "a", "wise", "whale"];

const text = poem.reduce((before, word) => `${before} ${word}`);
Module.addText(text);
Module.printWords();
