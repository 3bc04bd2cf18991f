import { handle } from '@/lib/http/handle';
import { getSettings } from '@/lib/settings/get';
import { SettingsPatch } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';

export const GET = handle({ scope: 'settings:read' }, getSettings);

export const PATCH = handle({ scope: 'settings:write', body: SettingsPatch }, (ctx, { body }) =>
  updateSettings(ctx, body),
);
