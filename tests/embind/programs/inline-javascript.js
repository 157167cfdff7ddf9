console.log(Module.run());
try {
  Module.fails();
} catch (error) {
  console.log(error.message);
}
