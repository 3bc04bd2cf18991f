import * as mailTemplate from './v1/providers/[id]/mail-templates/[name]/route';
import * as mailTemplates from './v1/providers/[id]/mail-templates/route';
import * as bind from './v1/providers/[id]/templates/bind/route';
import * as draft from './v1/providers/[id]/templates/draft/route';
import * as read from './v1/providers/[id]/templates/read/route';
import * as templates from './v1/providers/[id]/templates/route';
import * as unbind from './v1/providers/[id]/templates/unbind/route';

/** Those of templates that providers keep; a part of `routes.ts`. */
export const PROVIDER_TEMPLATE_ROUTES = {
  '/api/v1/providers/[id]/mail-templates': mailTemplates,
  '/api/v1/providers/[id]/mail-templates/[name]': mailTemplate,
  '/api/v1/providers/[id]/templates': templates,
  '/api/v1/providers/[id]/templates/bind': bind,
  '/api/v1/providers/[id]/templates/draft': draft,
  '/api/v1/providers/[id]/templates/read': read,
  '/api/v1/providers/[id]/templates/unbind': unbind,
};
