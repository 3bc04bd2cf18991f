/** Of a picture in a mail, which is read on white whatever the reader's theme is. */
const INK = '#1f2328';
const QUIET = '#6a7178';
const LINE = '#e3e6e8';
export const SERIES = { sent: '#2b8a3e', failed: '#c92a2a', share: '#4c5fd5' };
const FONT = 'font-family="Geist" font-size="14"';

export const WIDTH = 600;
const [LEFT, RIGHT, TOP, BOTTOM] = [8, 56, 10, 26];
const HEIGHT = 220;
const PLOT = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };

export type Bar = { label: string; sent: number; failed: number };

/** Sent and failed, one above the other, as the panel's chart of the volume. What failed is striped: told without its colour. */
export function drawVolume(bars: Bar[], format: (count: number) => string): string {
  const top = roundUp(Math.max(1, ...bars.map(({ sent, failed }) => sent + failed)));
  const step = PLOT.width / Math.max(1, bars.length);
  const width = Math.min(34, step * 0.7);
  const high = (count: number) => (count / top) * PLOT.height;
  const base = TOP + PLOT.height;
  const every = Math.ceil(bars.length / 8);
  const drawn = bars.map(({ label, sent, failed }, n) => {
    const x = LEFT + n * step + (step - width) / 2;
    const middle = x + width / 2;
    return [
      rect(x, base - high(sent), width, high(sent), SERIES.sent),
      rect(x, base - high(sent) - high(failed), width, high(failed), 'url(#failed)'),
      n % every === 0 ? text(middle, HEIGHT - 8, label, QUIET, 'middle') : '',
    ].join('');
  });
  const lines = [0, top / 2, top].map((count) => {
    const y = base - high(count);
    const rule = `<line x1="${LEFT}" x2="${LEFT + PLOT.width}" y1="${y}" y2="${y}" stroke="${LINE}"/>`;
    return rule + text(WIDTH - RIGHT + 8, y + 4, format(count), QUIET);
  });
  return svg(HEIGHT, [PATTERN, ...lines, ...drawn]);
}

export type Share = { name: string; value: number; said: string };

/** How much went through each, as bars beside each other. */
export function drawShares(shares: Share[]): string {
  const most = Math.max(1, ...shares.map(({ value }) => value));
  const row = 30;
  const [nameWidth, saidWidth] = [170, 120];
  const room = WIDTH - nameWidth - saidWidth;
  const drawn = shares.map(({ name, value, said }, n) => {
    const y = 6 + n * row;
    const length = Math.max(2, (value / most) * room);
    return [
      text(LEFT, y + 16, shorten(name, 24), INK),
      rect(nameWidth, y + 4, length, 16, SERIES.share),
      text(nameWidth + length + 8, y + 16, said, QUIET),
    ].join('');
  });
  return svg(12 + shares.length * row, drawn);
}

const PATTERN = `<defs><pattern id="failed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${SERIES.failed}"/><line x1="0" y1="0" x2="0" y2="5" stroke="#fff" stroke-width="2"/></pattern></defs>`;

function svg(height: number, parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><rect width="${WIDTH}" height="${height}" fill="#fff"/>${parts.join('')}</svg>`;
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  if (height <= 0) return '';
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

function text(x: number, y: number, said: string, fill: string, anchor = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" ${FONT} fill="${fill}" text-anchor="${anchor}">${escapeXml(said)}</text>`;
}

/** What XML 1.0 allows of it: a name may hold anything that can be seen. */
function escapeXml(said: string): string {
  const allowed = said.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function shorten(name: string, most: number): string {
  const signs = [...name];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : name;
}

/** An even number of the highest digit: half of it is a whole number, too. */
function roundUp(count: number): number {
  const power = 10 ** Math.floor(Math.log10(count));
  return 2 * power * Math.ceil(count / (2 * power));
}

const round = (value: number) => Math.round(value * 100) / 100;
