exports.brighten(exports.frame_address(), 128, 60);
