// fails: reads-through-view >= 800
Module.summarise();
