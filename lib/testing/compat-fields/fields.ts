/**
 * What an API documents of a message: a value for each field, by its path, and what becomes of it here. `refused`: answered with the API's own
 * error, which names the field.
 */
export type PublishedFields = {
  /** `POST` to where it is. */
  path: string;
  headers: (
    token: string,
    text: string,
    url: string,
  ) => Record<string, string> | Promise<Record<string, string>>;
  /** How a body is written; as JSON unless told otherwise. */
  encode?: (body: object) => string;
  /** A right message, to which one field at a time is added. */
  body: () => Record<string, unknown>;
  fields: [path: string, value: unknown, outcome: 'honoured' | 'refused'][];
  /** The names that a refusal gives, in its answer. */
  namesIn: (answer: string) => string;
};

/** `a.0.b`: the body with this value there. */
export function withField(body: Record<string, unknown>, path: string, value: unknown): object {
  const copy = structuredClone(body);
  const steps = path.split('.');
  let at = copy as Record<string, unknown>;
  for (const [index, step] of steps.slice(0, -1).entries()) {
    at[step] ??= /^\d+$/.test(steps[index + 1]!) ? [] : {};
    at = at[step] as Record<string, unknown>;
  }
  at[steps.at(-1)!] = value;
  return copy;
}

export const json = (headers: Record<string, string>) => ({ 'content-type': 'application/json', ...headers });
export const bearer = (token: string) => json({ authorization: `Bearer ${token}` });
export const PDF = Buffer.from('%PDF-1.4').toString('base64');
export const inAnHour = () => new Date(Date.now() + 3_600_000);
