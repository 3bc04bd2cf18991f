import { z } from 'zod';
import { Breath } from '@/lib/async/breath';
import { MAX_ERRORS } from '@/lib/errors';
import { isTree } from '@/lib/settings/difference';
import { ConfigurationDocument, FORMAT } from './document';

type Parsed =
  | { success: true; data: ConfigurationDocument }
  | { success: false; error: { issues: z.core.$ZodIssue[] } };

/** Things of a section that are judged together: some 5 ms of the simplest. */
const AT_ONCE = 100;

/** As `ConfigurationDocument.safeParse` says it, within which others have their turn. What is wrong beyond as many errors as are told is not looked for. */
export async function parseDocument(value: unknown): Promise<Parsed> {
  if (!isTree(value)) return judge(value);
  const breath = new Breath();
  const long = Object.entries(value).filter(
    ([name, section]) => isSection(name) && countOf(section) > AT_ONCE,
  );
  const without = Object.fromEntries(long.map(([name]) => [name, {}]));
  const whole = judge({ ...value, ...without });
  const issues = whole.success ? [] : whole.error.issues;
  const data = (whole.success ? whole.data : {}) as unknown as Record<string, object>;
  for (const [name, section] of long)
    for (const things of byHundred(section as object)) {
      await breath.take();
      const part = judge({ relevo: FORMAT, [name]: things });
      if (part.success)
        data[name] = Object.assign(data[name] ?? {}, (part.data as unknown as typeof data)[name]);
      else issues.push(...part.error.issues);
      if (issues.length >= MAX_ERRORS) return { success: false, error: { issues } };
    }
  return issues.length > 0
    ? { success: false, error: { issues } }
    : { success: true, data: data as unknown as ConfigurationDocument };
}

function judge(value: unknown): Parsed {
  return ConfigurationDocument.safeParse(value, { reportInput: true });
}

function countOf(section: unknown): number {
  return isTree(section) ? Object.keys(section).length : 0;
}

/** Of things by their names; what nobody knows is told with the rest. */
function isSection(name: string): boolean {
  const { shape } = ConfigurationDocument;
  const schema: unknown = Object.hasOwn(shape, name) ? shape[name as keyof typeof shape] : undefined;
  return schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodRecord;
}

function* byHundred(section: object): Generator<object> {
  const things = Object.entries(section);
  for (let at = 0; at < things.length; at += AT_ONCE)
    yield Object.fromEntries(things.slice(at, at + AT_ONCE));
}
