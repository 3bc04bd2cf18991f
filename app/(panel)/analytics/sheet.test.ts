import { expect, it } from 'vitest';
import { toCsv } from './sheet';

it('writes what a program reads, and no formula', () => {
  const sheet = {
    label: 'x',
    columns: ['Provider', 'Sent'],
    rows: [
      {
        key: '1',
        cells: [
          { text: '=1+1', raw: '=1+1' },
          { text: '1,234', raw: 1234 },
        ],
      },
    ],
  };
  expect(toCsv(sheet)).toBe("\uFEFFProvider,Sent\r\n'=1+1,1234\r\n");
});
