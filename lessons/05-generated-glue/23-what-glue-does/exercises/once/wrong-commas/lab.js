// fails: output "12 words\n"
const poem = ["a", "naïve", "crab", "went", "to", "the", "sea", "and", "met", "a", "wise", "whale"];

Module.addText(String(poem));
Module.printWords();
