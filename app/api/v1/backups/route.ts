import { orderBackup, viewBackups } from '@/lib/backup/view';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'config:read' }, viewBackups);

export const POST = handle({ scope: 'config:write', confirm: false }, orderBackup);
