import type { Locale } from '@/lib/i18n/locales';
import type { Tile, Written } from './written';

const FONT = "font-family:Geist,'Segoe UI',Helvetica,Arial,sans-serif";
const INK = '#1f2328';
const QUIET = '#5c636a';
const LINE = '#e3e6e8';
const BRAND = '#4353c4';

/** In the words of HTML that mail programs know: tables, and styles at each element. */
export function toHtml(
  { title, whose, lines, tiles, pictures, table, link, foot }: Written,
  language: Locale,
): string {
  const body = [
    `<p style="margin:0;color:${QUIET};font-size:13px">${inHtml(whose)}</p>`,
    `<h1 style="margin:2px 0 12px;font-size:22px;line-height:1.25;color:${INK}">${inHtml(title)}</h1>`,
    ...lines.map((line) => `<p style="margin:0 0 8px;font-size:15px;line-height:1.5">${inHtml(line)}</p>`),
    tilesOf(tiles),
    ...pictures.map(
      ({ id, alt }) =>
        `<img src="cid:${id}" width="600" alt="${inHtml(alt)}" style="display:block;width:100%;max-width:600px;height:auto;margin:18px 0 0;border:0;font-size:13px;color:${QUIET}">`,
    ),
    table.rows.length > 0 ? tableOf(table) : '',
    `<p style="margin:22px 0 0"><a href="${inHtml(link.href)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:${BRAND};color:#ffffff;text-decoration:none;font-size:14px">${inHtml(link.said)}</a></p>`,
    `<p style="margin:22px 0 0;padding-top:12px;border-top:1px solid ${LINE};color:${QUIET};font-size:12px;line-height:1.5">${inHtml(foot)}</p>`,
  ].join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light only"><title>${inHtml(title)}</title></head><body style="margin:0;padding:0;background:#f4f5f6;color:${INK};${FONT}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f6"><tr><td align="center" style="padding:16px 8px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:648px;background:#ffffff;border-radius:8px"><tr><td style="padding:24px;${FONT}">${body}</td></tr></table></td></tr></table></body></html>`;
}

/** Two beside each other: that many fit on a phone. */
function tilesOf(tiles: Tile[]): string {
  const cells = tiles.map(
    ({ name, value, change }) =>
      `<td width="50%" style="padding:8px 8px 8px 0;vertical-align:top;border-top:1px solid ${LINE}"><span style="font-size:12px;color:${QUIET}">${inHtml(name)}</span><br><strong style="font-size:18px">${inHtml(value)}</strong>${change && `<br><span style="font-size:12px;color:${QUIET}">${inHtml(change)}</span>`}</td>`,
  );
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, n) =>
    cells.slice(2 * n, 2 * n + 2).join(''),
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:12px">${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
}

function tableOf({ head, rows }: Written['table']): string {
  const style = (n: number) =>
    `padding:6px 8px 6px 0;font-size:13px;border-top:1px solid ${LINE};text-align:${n > 0 ? 'right' : 'left'}`;
  const line = (cells: string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell, n) => `<${tag} style="${style(n)};overflow-wrap:anywhere">${inHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin-top:18px;border-collapse:collapse">${line(head, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`;
}

function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
