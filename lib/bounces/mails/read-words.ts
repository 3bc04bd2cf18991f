import type { BounceMail } from './expected';
import { makeMail } from './make-mail';

/** `==== source | expected`, headers, a blank line, the text. */
export function readWords(table: string): BounceMail[] {
  return table
    .trim()
    .split(/^==== /m)
    .filter(Boolean)
    .map((entry) => {
      const [title = '', ...lines] = entry.split('\n');
      const [source = '', expected = ''] = title.split(' | ');
      const blank = lines.indexOf('');
      const headers = Object.fromEntries(
        lines.slice(0, blank).map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
      );
      return { source, expected, mail: makeMail({ headers, body: lines.slice(blank + 1).join('\n') }) };
    });
}
