// fails: peak-bytes >= 68000
for (const [n, p] of [[1000, 0.2351], [2000, 0.4825], [17_000, 4.0755]]) {
 Module.samples();
 Module.report(n, p);
}
