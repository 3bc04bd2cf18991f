/**
 * Personal data out of what goes to a service, and back into what comes. Each piece has a name that says what it is, so that a text still
 * reads; the table lives no longer than the call.
 */
export class Redactor {
  private readonly names = new Map<string, string>();
  private readonly pieces = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly active: boolean) {}

  /** Whatever it is: all texts within it. */
  hide<T>(value: T): T {
    return this.active ? (mapTexts(value, (text) => this.hideIn(text)) as T) : value;
  }

  restore<T>(value: T): T {
    return mapTexts(value, (text) => this.restoreIn(text)) as T;
  }

  private hideIn(text: string): string {
    let result = text;
    for (const { pattern, make, holds } of KINDS)
      result = result.replace(pattern, (found) =>
        holds && !holds(found) ? found : this.nameOf(found, make),
      );
    return result;
  }

  private nameOf(piece: string, make: (piece: string, n: number) => string): string {
    const known = this.names.get(piece);
    if (known) return known;
    const kind = make('', 0);
    const n = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, n);
    const name = make(piece, n);
    this.names.set(piece, name);
    this.pieces.set(name, piece);
    return name;
  }

  private restoreIn(text: string): string {
    // The longest first: person1 is within person12.
    const names = [...this.pieces.keys()].sort((a, b) => b.length - a.length);
    return names.reduce((result, name) => result.replaceAll(name, () => this.pieces.get(name)!), text);
  }
}

type Kind = {
  pattern: RegExp;
  make: (piece: string, n: number) => string;
  holds?: (piece: string) => boolean;
};

const digits = (text: string) => text.replace(/\D/g, '').length;

/** In this order: what stands in an address is no number of its own. */
const KINDS: Kind[] = [
  // The domain stays: it tells what a bounce is about.
  {
    pattern: /[^\s<>()[\]:;,"'=@{}]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}/gi,
    make: (piece, n) => `person${n}@${piece.split('@').pop()}`,
  },
  // Behind the host stands who it is about: tokens, accounts.
  {
    pattern: /(?:https?:\/\/|\bwww\.)[^\s<>"'()[\]{}|\\^`]{3,2000}/gi,
    make: (piece, n) => `https://${hostOf(piece)}/link${n}`,
  },
  // IBAN (ISO 13616).
  {
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g,
    make: (_piece, n) => `ACCOUNT${n}`,
  },
  // Phones, cards, identity cards, tax numbers: what has so many digits names somebody. Codes of replies have fewer.
  {
    pattern: /(?<![\w⟦.])\+?\d[\d\s().-]{5,24}\d(?:-\d)?(?![\w⟧])/g,
    make: (_piece, n) => `NUMBER${n}`,
    holds: (piece) => digits(piece) >= 7 && !/^\d{4}-\d{2}-\d{2}$/.test(piece),
  },
];

function hostOf(url: string): string {
  const whole = /^https?:/i.test(url) ? url : `https://${url}`;
  return URL.canParse(whole) ? new URL(whole).host : 'host';
}

/** All texts within a value, whatever it is. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}
