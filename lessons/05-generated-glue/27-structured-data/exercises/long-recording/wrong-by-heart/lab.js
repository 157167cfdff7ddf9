// fails: reads-through-view >= 60000
Module.record(17_000);
Module.report(1000, 0.2351);
Module.report(2000, 0.4825);
Module.report(17_000, 4.0755);
