import { configurationSchema } from '@/lib/configuration/json-schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'config:read' }, async () => configurationSchema());
