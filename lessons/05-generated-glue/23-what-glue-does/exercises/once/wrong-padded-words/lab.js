// fails: allocated-bytes <= 120
const poem = ["a", "naïve", "crab", "went", "to", "the", "sea", "and", "met", "a", "wise", "whale"];

Module.addText(poem.map((word) => word.padEnd(16)).join(""));
Module.printWords();
