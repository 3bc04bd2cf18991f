export type CsvRow = { line: number; cells: string[] };

/** Rows of a CSV file (RFC 4180) while its text comes in, each with the line on which it begins; `;` and tabs divide cells as well. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let closing = false;
  let line = 1;
  let begun = 1;
  let divider: string | null = null;
  for await (const chunk of text)
    for (const char of chunk) {
      if (char === '\uFEFF' && line === 1 && cells.length === 0 && cell === '') continue;
      if (quoted && !closing) {
        if (char === '"') closing = true;
        else cell += char;
        if (char === '\n') line++;
        continue;
      }
      if (closing && char === '"') {
        cell += char;
        closing = false;
        continue;
      }
      if (closing) {
        quoted = false;
        closing = false;
      }
      if (char === '"' && cell === '') quoted = true;
      else if (char === '\n') {
        yield { line: begun, cells: [...cells, cell] };
        cells = [];
        cell = '';
        begun = ++line;
      } else if (char === divider || (divider === null && /[,;\t]/.test(char))) {
        divider = char;
        cells.push(cell);
        cell = '';
      } else if (char !== '\r') cell += char;
    }
  if (cell !== '' || cells.length > 0) yield { line: begun, cells: [...cells, cell] };
}
