import { TryInput, tryText } from '@/lib/bounces/try-text';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'settings:read', body: TryInput }, (ctx, { body }) => tryText(ctx, body));
