import { useLicences } from '../app/licences-loader.ts';

/** What the site is made of, and under which terms. */
export function LicencesPage() {
  const licences = useLicences();
  return (
    <div className="page">
      <h1>Licences</h1>
      <p>Pagewise is free software under the MIT licence. It is delivered together with the works of others:</p>
      <ul className="licence-list">
        {licences.map((each) => (
          <li key={each.name}>
            <details>
              <summary>
                <strong>{each.name}</strong> {each.version} · {each.licence}
              </summary>
              <p>
                {each.purpose} <a href={each.homepage}>{each.homepage}</a>
              </p>
              <pre className="licence-text">{each.text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
