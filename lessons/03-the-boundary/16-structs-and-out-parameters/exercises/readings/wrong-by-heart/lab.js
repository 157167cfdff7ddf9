// fails: reads-through-view readings >= 10
exports.print_total(213);
