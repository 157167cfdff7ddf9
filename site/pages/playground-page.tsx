/** The lab without a lesson. */
export function PlaygroundPage() {
  return (
    <div className="page playground">
      <h1>Playground</h1>
      <noscript>
        <p>The playground compiles and runs programs in this page: it needs JavaScript.</p>
      </noscript>
    </div>
  );
}
