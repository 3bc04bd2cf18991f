import { orderTest } from '@/lib/backup/view';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'config:write', confirm: false }, orderTest);
