// fails: calls >= 9
Module.show(6, -0.5, 0.75, 0.125, 2);
Module.show(6, -1, 0, -0.5, 5);
Module.show(6, 0, 1, 0.39583, 4);
