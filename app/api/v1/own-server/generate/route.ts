import { handle } from '@/lib/http/handle';
import { generateOwnServer } from '@/lib/own-server/generate';
import { OwnServerInput } from '@/lib/own-server/schema';

export const POST = handle({ scope: 'providers:write', body: OwnServerInput }, async (_, { body }) =>
  generateOwnServer(body),
);
