for (let frame = 0; frame < 10; ++frame) exports.step();
exports.print_centre(36.75, 19);
