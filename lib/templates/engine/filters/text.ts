import { escapeHtml, TrustedHtml } from '../trusted-html';

/** All but the last four: `{{ card_number | mask }}` → `•••• 4321`. */
export function mask(value: unknown, shown: unknown = 4): string {
  const text = String(value ?? '');
  const count = Math.min(Math.max(Math.trunc(Number(shown)) || 0, 0), 4);
  const end = count > 0 && text.length > count ? text.slice(-count) : '';
  return `•••• ${end}`.trim();
}

/** In groups that can be read: `+595981123456` → `+595 981 123 456`. */
export function phone(value: unknown): string {
  const text = String(value ?? '').replace(/[\s().-]/g, '');
  if (!/^\+?\d{6,15}$/.test(text)) return String(value ?? '');
  const [, code = '', rest = ''] =
    /^(\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}))?(\d+)$/.exec(text) ?? [];
  return [code, rest.replace(/(\d{3})(?=\d{3})/g, '$1 ')].filter(Boolean).join(' ');
}

/** Lines as lines, in HTML. */
export function nl2br(value: unknown): TrustedHtml {
  const html = value instanceof TrustedHtml ? value.html : escapeHtml(String(value ?? ''));
  return new TrustedHtml(html.replace(/\r\n?|\n/g, '<br>'));
}
