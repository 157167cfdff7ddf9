// fails: reads-through-view >= 24000
Module.record(7000);
Module.report(1000, 0.2351);
Module.report(2000, 0.4825);
Module.report(7000, 1.6911);
