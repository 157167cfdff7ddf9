/**
 * `404.html`, which many static servers show for any unknown address. It lies at an unknown depth, so it holds all it
 * needs and finds the site's root by cutting off what follows it.
 */
export const notFoundHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Not found · Pagewise</title>
    <meta name="description" content="There is no page at this address.">
    <meta name="robots" content="noindex">
    <style>
      :root { color-scheme: light dark; }
      body { max-width: 40rem; margin: 4rem auto; padding: 0 1.5rem; font: 1.125rem/1.5 system-ui, sans-serif; }
    </style>
  </head>
  <body>
    <main>
      <h1>There is no page here</h1>
      <p>The address may be mistyped, or the lesson has another name in this course.</p>
      <p><a href="./">Go to the overview of lessons</a></p>
    </main>
    <script>
      // Only the root has a service worker beside it: asks for one from here upwards.
      const link = document.querySelector('a');
      const [known, page] = location.pathname.split(/(?<=\\/)(?=(?:lessons|playground|licences|help)(?:\\/|$))/);
      link.href = page === undefined ? '/' : known;
      const find = async (folder) => {
        const found = await fetch(folder + 'service-worker.js', { method: 'HEAD' }).then(({ ok }) => ok, () => false);
        if (found) link.href = folder;
        else if (folder !== '/') await find(folder.replace(/[^\\/]*\\/$/, ''));
      };
      find(location.pathname.replace(/[^\\/]*$/, ''));
    </script>
  </body>
</html>
`;
