// biome-ignore-all lint/correctness/noUnusedVariables: this text is put into the glue, which uses it
// biome-ignore-all lint/suspicious/noVar: the glue is one function, and all of it sees this
// biome-ignore-all lint/suspicious/noShadowRestrictedNames: shadowing the global is the purpose
// What a program prints by JavaScript of its own belongs to its output.
var console = Module.console ?? globalThis.console;
