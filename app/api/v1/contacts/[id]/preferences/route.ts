import { handle } from '@/lib/http/handle';
import { updatePreferences } from '@/lib/notifications/preferences/save';
import { PreferencesPatch } from '@/lib/notifications/preferences/schema';
import { getPreferences } from '@/lib/notifications/preferences/view';

export const GET = handle({ scope: 'contacts:read' }, (ctx, { params }) =>
  getPreferences(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'contacts:write', body: PreferencesPatch }, (ctx, { params, body }) =>
  updatePreferences(ctx, { ...body, id: params.id! }),
);
