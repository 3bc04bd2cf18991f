import { changesBetween } from '@/lib/text/nearest';
import { COMMON, GIANTS, REAL_NEIGHBOURS, SLIPS_OF_COM } from './common-domains';

const KNOWN = new Set(COMMON);
/** Of a thousand addresses each is compared with all of them. */
const GIANT_PARTS = GIANTS.map((giant) => ({ giant, parts: parts(giant) }));

/** The large mail service that was meant, whatever DNS says of the domain; null: none is near enough to be sure. */
export function likelyTypo(domain: string): string | null {
  if (KNOWN.has(domain) || REAL_NEIGHBOURS.has(domain)) return null;
  const [label, suffix] = parts(domain);
  const meant = GIANT_PARTS.find(({ parts: [theirs, theirSuffix] }) => {
    if (theirs === label) return theirSuffix === 'com' && SLIPS_OF_COM.includes(suffix);
    return suffix === theirSuffix && isSlip(label, theirs);
  });
  return meant?.giant ?? null;
}

/** Of a domain that takes no mail: the service that was meant, two letters away where it is long enough, or under another ending. */
export function nearestCommon(domain: string): string | null {
  const sure = likelyTypo(domain);
  if (sure || KNOWN.has(domain) || domain.length > LONGEST) return sure;
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const common of COMMON) {
    const most = Math.min(common.length >= 9 ? 2 : 1, fewest - 1);
    const changes = changesBetween(domain, common, most);
    if (changes <= most) [nearest, fewest] = [common, changes];
  }
  if (nearest) return nearest;
  // `gmail.es`, `gmail.com.ar`: there is only the one.
  const only = ONLY_COM.find((common) => parts(common)[0] === parts(domain)[0]);
  return only ?? null;
}

const ONLY_COM = ['gmail.com', 'icloud.com', 'protonmail.com', 'googlemail.com'];
const LONGEST = 40;

/** Up to the first dot, and behind it. */
function parts(domain: string): [string, string] {
  const dot = domain.indexOf('.');
  return dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)];
}

/** One letter, and not the first one: `ymail`, `email` and `fmail` are names of their own. Two letters swapped are a slip anywhere. */
function isSlip(label: string, meant: string): boolean {
  if (label.length > LONGEST || changesBetween(label, meant, 1) !== 1) return false;
  const swapped = label.length === meant.length && label[0] === meant[1] && label[1] === meant[0];
  return label[0] === meant[0] || swapped;
}
