/**
 * Registers the service worker, and tells it of every file that this page has loaded: the first visit loads before
 * there is a worker to keep anything.
 */
export function keepForOffline(address: URL): void {
  navigator.serviceWorker
    .register(address)
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const tell = (entries: PerformanceEntryList): void => {
        const used = entries.map(({ name }) => name);
        active?.postMessage({ used });
      };
      new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: 'resource', buffered: true });
    })
    .catch(() => {
      // Without it the site works online only, as in a private window.
    });
}
