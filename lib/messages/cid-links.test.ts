import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/lib/testing/cpu';
import { CidLinks, placeholderRule } from './cid-links';

/** In pieces of that many characters. */
function rewrite(html: string, size: number): string {
  const links = new CidLinks();
  let text = '';
  for (let at = 0; at < html.length; at += size) text += links.push(html.slice(at, at + size));
  return text + links.rest();
}

describe('CidLinks', () => {
  it.each([
    ['<img src="cid:a">', '<img src="data:,cid:a">'],
    ["<IMG SRC = ' CID:a'>", "<IMG SRC = 'data:,cid:a'>"],
    ['<img src=cid:a>', '<img src=data:,cid:a>'],
    ['<td background="cid:a">', '<td background="data:,cid:a">'],
    ['<p style="background:url( cid:a )">', '<p style="background:url( data:,cid:a )">'],
    ['<p>Write cid:a there</p>', '<p>Write cid:a there</p>'],
  ])('%s becomes %s, however it is cut', (html, expected) => {
    for (let size = 1; size <= html.length; size++) {
      expect(rewrite(html, size)).toBe(expected);
      const padded = rewrite('~'.repeat(100) + html + '~'.repeat(100), size);
      expect(padded.replaceAll('~', '')).toBe(expected);
    }
  });

  it('cuts no character in two', () => {
    const html = '😀'.repeat(200);
    const links = new CidLinks();
    for (const part of [links.push(html.slice(0, 100)), links.push(html.slice(100)), links.rest()])
      expect(part.isWellFormed()).toBe(true);
  });

  it('is quick with what almost is a link', () => {
    const started = cpuMs();
    new CidLinks().push(`${'src='.repeat(100_000)}src=${' '.repeat(400_000)}`);
    expect(cpuMs() - started).toBeLessThan(500);
  });
});

it('a name stays text in the placeholder', () => {
  const rule = placeholderRule('a', `"</style><script>'&`);
  expect(rule.match(/<\/?(style|script)/g)).toEqual(['<style', '</style']);
  const svg = decodeURIComponent(/xml,([^"]*)"/.exec(rule)![1]!);
  expect(svg).toContain(`"&#60;/style&#62;&#60;script&#62;'&#38;`);
});
