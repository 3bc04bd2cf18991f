import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/lib/testing/cpu';
import { rewriteHtml } from './rewrite-html';

const linkTo = ({ url, place, of }: { url: string; place: number; of: number }) =>
  `https://r.example/${place}/${of}?${url.length}`;

/** What it found, and the HTML with a mark where each target stood. */
function mark(html: string) {
  const found: string[] = [];
  const written = rewriteHtml(html, {
    linkTo: ({ url }) => {
      found.push(url);
      return 'X';
    },
  });
  return { found, written };
}

describe('a link to the web', () => {
  it.each([
    ['<a href="https://a.example/x">y</a>', '<a href="X">y</a>', 'https://a.example/x'],
    ["<A HREF = 'HTTP://A.example'>y</A>", "<A HREF = 'X'>y</A>", 'http://a.example/'],
    ['<a class=b href=https://a.example/x>y', '<a class=b href=X>y', 'https://a.example/x'],
    ['<a\n  href="https://a.example/?a=1&amp;b=2"\n>', '<a\n  href="X"\n>', 'https://a.example/?a=1&b=2'],
    ['<a href="&#104;ttps://a.example/">', '<a href="X">', 'https://a.example/'],
    ['<a href=" https://a.example/ä b ">', '<a href="X">', 'https://a.example/%C3%A4%20b'],
    ['<area href="https://münchen.example">', '<area href="X">', 'https://xn--mnchen-3ya.example/'],
    ['<a href="https://a.example/"/>', '<a href="X"/>', 'https://a.example/'],
    ['<a href="https://a.example/#part">', '<a href="X">', 'https://a.example/#part'],
  ])('%s', (html, written, url) => {
    expect(mark(html)).toEqual({ written, found: [url] });
  });

  it.each([
    '<a href="mailto:ana@example.com">',
    '<a href="tel:+595981123456">',
    '<a href="#part">',
    '<a href="/relative">',
    '<a href="//other.example">',
    '<a href="javascript:alert(1)">',
    '<a href="java&#10;script:alert(1)">',
    '<a href="data:text/html,x">',
    '<a href="https://user:secret@a.example">',
    '<a href="https:\\\\a.example">',
    '<a href="https://a.example\\@b.example">',
    '<a href="https:///a.example">',
    `<a href="https://a.example/${'x'.repeat(3_000)}">`,
    '<a>https://a.example</a>',
    '<a href>x</a>',
    '<a href="#" href="https://a.example">',
    '<a data-relevo-no-track href="https://a.example">',
    '<a href="https://a.example" data-relevo-no-track="">',
    '<link href="https://a.example/style.css">',
    '<img src="https://a.example/a.png">',
    '<!-- <a href="https://a.example"> -->',
    '<!--[if mso]><a href="https://a.example"><![endif]-->',
    '<style>a[href="https://a.example"]{}</style>',
    '<script>"<a href=\'https://a.example\'>"</script>',
    'https://a.example in the text',
    '<a href="https://a.example',
  ])('is not %s', (html) => {
    expect(mark(html)).toEqual({ written: html, found: [] });
  });

  it('may be left to stay as it is', () => {
    const html = '<a href="https://a.example">';
    expect(rewriteHtml(html, { linkTo: () => null })).toBe(html);
  });

  it('is told its place among the others', () => {
    const html = '<a href="https://a.example"><a href="#"><a href="https://b.example/bb">';
    expect(rewriteHtml(html, { linkTo })).toBe(
      '<a href="https://r.example/0/2?18"><a href="#"><a href="https://r.example/1/2?20">',
    );
  });
});

it('touches no other byte', () => {
  const html =
    '<!DOCTYPE html>\r\n<HTML><head><title>é &amp; <</title></head>\t<body  class=x>\n&nbsp;<p>1 < 2 <br/>{{ x }}' +
    '<!--[if !mso]><!--><a  href = "https://a.example/?a=1&amp;b"  >😀</a><!--<![endif]--></p></body></HTML>\r\n ';
  const { written } = mark(html);
  expect(written).toBe(html.replace('https://a.example/?a=1&amp;b', 'X'));
});

describe('the picture', () => {
  it.each([
    ['<html><body class="a">x</body></html>', '<html><body class="a">PIXELx</body></html>'],
    ['<!-- <body> --><body>x<body>y', '<!-- <body> --><body>PIXELx<body>y'],
    ['<p>x</p>', 'PIXEL<p>x</p>'],
    ['<!doctype html><p>x</p>', '<!doctype html><p>x</p>PIXEL'],
    ['<html><p>x</p></html>', '<html><p>x</p></html>PIXEL'],
    ['', 'PIXEL'],
  ])('of %j', (html, written) => {
    expect(rewriteHtml(html, { pixel: 'PIXEL' })).toBe(written);
  });
});

it('is bounded: of ten thousand links a thousand are followed, of a page that is too long none', () => {
  const one = '<a href="https://a.example/">x</a>';
  const started = cpuMs();
  expect(mark(one.repeat(10_000)).found).toHaveLength(1_000);
  expect(cpuMs() - started).toBeLessThan(1_000);
  expect(mark(one + 'x'.repeat(1024 * 1024)).found).toEqual([]);
});

it('reads what is broken on purpose in a time that grows with its length only', () => {
  for (const piece of ['<a href="', '<a href=&', '<a ', '<', '<!--', '&#', '"<a href=\'', '<body '])
    expect(rewriteHtml(piece.repeat(100_000), { linkTo, pixel: '' }).length).toBeGreaterThan(0);
});
