import * as bind from './v1/providers/[id]/templates/bind/route';
import * as draft from './v1/providers/[id]/templates/draft/route';
import * as read from './v1/providers/[id]/templates/read/route';
import * as templates from './v1/providers/[id]/templates/route';
import * as unbind from './v1/providers/[id]/templates/unbind/route';

/** Those of templates of WhatsApp; a part of `routes.ts`. */
export const WHATSAPP_ROUTES = {
  '/api/v1/providers/[id]/templates': templates,
  '/api/v1/providers/[id]/templates/bind': bind,
  '/api/v1/providers/[id]/templates/draft': draft,
  '/api/v1/providers/[id]/templates/read': read,
  '/api/v1/providers/[id]/templates/unbind': unbind,
};
