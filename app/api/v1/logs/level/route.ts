import { handle } from '@/lib/http/handle';
import { setLogLevel } from '@/lib/logs/level';
import { LogLevelInput } from '@/lib/logs/schema';

export const PUT = handle({ scope: 'settings:write', body: LogLevelInput }, async (ctx, { body }) => ({
  changed: await setLogLevel(ctx, body),
}));
