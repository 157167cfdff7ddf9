import './table-head.css';

interface TableHeadProps {
  readonly titles: readonly string[];
  /** It stays in sight when the rows scroll. */
  readonly isSticky?: boolean;
}

/** The titles of a table's columns. */
export function TableHead({ titles, isSticky = false }: TableHeadProps) {
  return (
    <thead className="table-head" data-sticky={isSticky || undefined}>
      <tr>
        {titles.map((title) => (
          <th scope="col" key={title}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
