import { BOM, csvLine } from '@/lib/text/csv';

/** `raw`: as a program wants it, in the file; `text` as the reader does. */
export type Cell = { text: string; raw: string | number | null; href?: string };
export type Sheet = { label: string; columns: string[]; rows: { key: string; cells: Cell[] }[] };

export function toCsv({ columns, rows }: Sheet): string {
  return BOM + [columns, ...rows.map(({ cells }) => cells.map(({ raw }) => raw))].map(csvLine).join('');
}

/** A file of what is on the page: there is nothing more to ask the server for. */
export function saveCsv(sheet: Sheet, name: string): void {
  const url = URL.createObjectURL(new Blob([toCsv(sheet)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
