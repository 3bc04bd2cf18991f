import { expect, it } from 'vitest';
import { withClicks } from './picture';

const mail = (href: string) => `<html><body><p><a href="${href}">Read</a></p></body></html>`;

it('writes how many people clicked beside the link that leads there', () => {
  const html = withClicks(mail('https://school.example/a?b=1&amp;c=2'), [
    { url: 'https://school.example/a?b=1&c=2', people: 12 },
  ]);
  const rule = 'a[href="https://school.example/a?b=1&c=2"]';
  expect(html).toContain(`${rule}::after{`);
  expect(html).toContain('content:"12"');
  expect(html).toContain('<a href="https://school.example/a?b=1&#38;c=2">Read</a>');
});

it('lets no address end its rule or the style', () => {
  const url = 'https://school.example/"]{}</style><script>alert(1)</script>(\\';
  const html = withClicks(mail('https://school.example/'), [{ url, people: 1 }]);
  const [, style] = /<style>(.*?)<\/style>/s.exec(html)!;
  expect(style).not.toMatch(/<|script>|\{\}/);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});
