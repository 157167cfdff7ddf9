const back = (n) => Module.dive(back, n);
console.log(back(4));
console.log(back(0));
try {
  Module.fails(back);
} catch {
  console.log('left');
}
console.log(Module.dive((n) => n * 3, 2));
