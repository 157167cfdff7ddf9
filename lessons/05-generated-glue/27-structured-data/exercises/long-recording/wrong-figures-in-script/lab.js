// fails: peak-bytes >= 88000
for (const [n, p] of [[1000, 0.2351], [2000, 0.4825], [22_000, 5.2934]]) {
 Module.samples();
 Module.report(n, p);
}
