/** A request to be written in several languages. Where to and with which token stand in `RELEVO_URL` and `RELEVO_TOKEN`. */
export type SampleRequest = {
  method: string;
  /** With its query: `/api/v1/messages?limit=10`. */
  path: string;
  token: boolean;
  headers: Record<string, string>;
  /** Absent: none is sent. */
  body?: unknown;
  answer: 'json' | 'text' | 'nothing';
};

/** All but the token, which each language reads for itself. */
export function headersOf({ headers, body }: SampleRequest): [string, string][] {
  const type: [string, string][] = body === undefined ? [] : [['Content-Type', 'application/json']];
  return [...type, ...Object.entries(headers)];
}

/** A value of JSON as a language writes it, a line for each member. */
export type Literals = {
  text: (value: string) => string;
  word: (value: number | boolean | null) => string;
  list: [open: string, close: string];
  map: [open: string, close: string, empty: string];
  key: (name: string) => string;
};

export function literal(value: unknown, write: Literals, depth = 0, step = 2): string {
  if (typeof value === 'string') return write.text(value);
  if (typeof value !== 'object' || value === null) return write.word(value as number | boolean | null);
  const list = Array.isArray(value);
  const items = list
    ? value.map((item) => literal(item, write, depth + step, step))
    : Object.entries(value).map(
        ([name, item]) => `${write.key(name)}${literal(item, write, depth + step, step)}`,
      );
  const [open, close] = list ? write.list : write.map;
  if (items.length === 0) return list ? `${open}${close}` : write.map[2];
  const inner = ' '.repeat(depth + step);
  return `${open}\n${items.map((item) => `${inner}${item},`).join('\n')}\n${' '.repeat(depth)}${close}`;
}
