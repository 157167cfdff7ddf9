// biome-ignore-all lint/suspicious/noShadowRestrictedNames: shadowing these globals is the purpose
// biome-ignore-all lint/correctness/noUnusedVariables: this text is put before the glue, which uses them
// The run worker later replaces these globals by versions that note the views a learner makes.
// The glue makes views of its own all the time; it keeps the originals, so that none of them is noted.
const {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
} = globalThis;
