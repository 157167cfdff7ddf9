const poem = ["a", "naïve", "crab", "went", "to", "the", "sea", "and", "met", "a", "wise", "whale"];

const bytes = new TextEncoder().encode(poem.join(" "));
Module.addText(bytes);
Module.printWords();
