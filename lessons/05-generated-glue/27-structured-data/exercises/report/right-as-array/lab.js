for (let clip = 0; clip < 3; ++clip) Module.show(...Module.summarise(clip));
