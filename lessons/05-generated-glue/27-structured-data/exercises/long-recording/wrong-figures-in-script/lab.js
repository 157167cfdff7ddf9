// fails: peak-bytes >= 28000
for (const [n, p] of [[1000, 0.2351], [2000, 0.4825], [7000, 1.6911]]) {
 Module.samples();
 Module.report(n, p);
}
