import type { Link } from './read-html';

/** Public ones, behind which nobody sees where a link goes. */
const SHORTENERS = new Set(
  `bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly tiny.cc bl.ink lnkd.in adf.ly s.id
  soo.gd acortar.link n9.cl bit.do rebrand.ly shorte.st encurtador.com.br u.to urlz.fr kutt.it`.split(/\s+/),
);

/** Where bare words such as `banco.com.py` are meant as a site; `factura.pdf` is not. */
const SITE_ENDINGS = new Set(
  `com net org edu gov info biz eu es mx ar br de fr py cl co pe uy bo ec ve cr do gt us uk ca it pt ch at be nl io app shop online`.split(
    ' ',
  ),
);

export function isShortener(href: string): boolean {
  const host = hostOf(href);
  return host !== null && SHORTENERS.has(host.replace(/^www\./, ''));
}

/** A number instead of a name, as no firm links to its own site. */
export function isBareHost(href: string): boolean {
  const host = hostOf(href);
  return host !== null && (/^\d+\.\d+\.\d+\.\d+$/.test(host) || host.startsWith('['));
}

/** The words of the link are an address, and it goes to another one. */
export function readsAsOtherHost({ href, text }: Link): boolean {
  const [said, real] = [saidHost(text), hostOf(href)];
  return said !== null && real !== null && !isSameSite(said, real);
}

const UNSUBSCRIBE =
  /unsubscri|opt.?out|darse de baja|date de baja|dar de baja|dese de baja|\bbaja\b|desuscri|cancelar (la |tu |su )?suscrip|preferenc|abmeld|abbestell|désabonn|desabonn|désinscri|descadastr|cancelar (a )?inscri/i;

/** In the languages that are written in; of long texts only the end, where it stands. */
export function saysUnsubscribe(text: string): boolean {
  return UNSUBSCRIBE.test(text.length > 20_000 ? text.slice(-20_000) : text);
}

function hostOf(href: string): string | null {
  const url = /^https?:/i.test(href) ? URL.parse(href) : null;
  return url?.hostname.replace(/\.$/, '') ?? null;
}

/** `https://www.banco.com/x`, `www.banco.com` or `banco.com`; null: words. */
function saidHost(text: string): string | null {
  const words = text.trim();
  const spelled = /(?:https?:\/\/|(?<![\w.-])www\.)[^\s<>"'()]{1,200}/i.exec(words)?.[0];
  if (spelled) return hostOf(/^http/i.test(spelled) ? spelled : `https://${spelled}`);
  if (!/^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,5}(\/\S*)?$/i.test(words)) return null;
  const host = hostOf(`https://${words}`);
  return host && SITE_ENDINGS.has(host.split('.').at(-1)!) ? host : null;
}

/** The one, or a part of it: `www.` and `tienda.` belong to the same firm. */
function isSameSite(a: string, b: string): boolean {
  const [one, other] = [a, b].map((host) => host.toLowerCase().replace(/^www\./, '')) as [string, string];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
