// fails: views >= 1
Module.summarise();
