import { onChange } from '@/lib/audit/after-change';
import { noteVersion } from '@/lib/configuration/versions/note';
import { type Context, commandContext } from '@/lib/context';
import { withDatabase } from '@/lib/master-keys/with-database';

/** Each command: one verb on the system's database, its result printed as JSON or as the lines `format` makes of it. */
export async function run<T>(
  options: { json?: boolean },
  verb: (ctx: Context) => Promise<T>,
  format: (result: T) => string,
): Promise<T> {
  onChange(noteVersion);
  const result = await withDatabase(() => verb(commandContext()));
  const text = options.json ? JSON.stringify(result ?? {}, null, 2) : format(result);
  if (text) console.log(text);
  return result;
}
