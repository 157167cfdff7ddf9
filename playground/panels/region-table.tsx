import { formatAddress, formatCount } from '../view-model/hexadecimal.ts';
import { type Region, regionLetter } from '../view-model/regions.ts';
import type { PanelProps } from './panel-props.ts';
import { TableHead } from './table-head.tsx';
import './regions.css';

interface RegionTableProps {
  readonly regions: readonly Region[];
  readonly onSelect: PanelProps['onSelect'];
}

/** The regions of the map as a table: the legend, and what the picture shows in words. */
export function RegionTable({ regions, onSelect }: RegionTableProps) {
  return (
    <table className="region-table">
      <caption className="visually-hidden">Regions of memory</caption>
      <TableHead titles={['Region', 'From', 'Size in bytes']} />
      <tbody>
        {regions.map((region) => (
          <tr key={region.range.start} data-region={region.kind}>
            <th scope="row">
              <button type="button" className="region-name" onClick={() => onSelect(region)}>
                <span className="region-key" aria-hidden="true">
                  {regionLetter[region.kind]}
                </span>
                {region.label}
              </button>
            </th>
            <td>{formatAddress(region.range.start)}</td>
            <td>{formatCount(region.range.end - region.range.start)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
