type Item = { title: string; about: string | null; url: string; at: Date };
type Feed = { title: string; about: string; language: string; url: string; items: Item[] };

/** RSS 2.0 (https://www.rssboard.org/rss-specification), with its own address as its guide of good practice wants it. */
export function rssOf({ title, about, language, url, items }: Feed): string {
  const lines = items.map(
    (item) =>
      `<item><title>${xml(item.title)}</title><link>${xml(item.url)}</link><guid>${xml(item.url)}</guid>` +
      `<pubDate>${item.at.toUTCString()}</pubDate>${item.about ? `<description>${xml(item.about)}</description>` : ''}</item>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>${xml(title)}</title><link>${xml(items[0]?.url ?? url)}</link><description>${xml(about)}</description>`,
    `<language>${language}</language><atom:link href="${xml(url)}" rel="self" type="application/rss+xml"/>`,
    ...lines,
    '</channel></rss>',
  ].join('\n');
}

/** What XML 1.0 has no sign for is left out: a single such character makes a feed unreadable as a whole. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
