for (const by of [3, 0, 2, 0]) {
  try {
    console.log(exports.divide(12, by));
  } catch (error) {
    console.log('trapped');
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
  }
}
