// fails: reads-through-view >= 80000
Module.record(22_000);
Module.report(1000, 0.2351);
Module.report(2000, 0.4825);
Module.report(22_000, 5.2934);
