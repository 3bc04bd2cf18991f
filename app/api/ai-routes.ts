import * as aiCalls from './v1/ai-calls/route';
import * as aiKeysByIdActivate from './v1/ai-providers/[id]/keys/[keyId]/activate/route';
import * as aiKeysById from './v1/ai-providers/[id]/keys/[keyId]/route';
import * as aiKeys from './v1/ai-providers/[id]/keys/route';
import * as aiProvidersById from './v1/ai-providers/[id]/route';
import * as aiProvidersByIdTest from './v1/ai-providers/[id]/test/route';
import * as aiProviders from './v1/ai-providers/route';

/** Those of AI; a part of `routes.ts`. */
export const AI_ROUTES = {
  '/api/v1/ai-calls': aiCalls,
  '/api/v1/ai-providers': aiProviders,
  '/api/v1/ai-providers/[id]': aiProvidersById,
  '/api/v1/ai-providers/[id]/test': aiProvidersByIdTest,
  '/api/v1/ai-providers/[id]/keys': aiKeys,
  '/api/v1/ai-providers/[id]/keys/[keyId]': aiKeysById,
  '/api/v1/ai-providers/[id]/keys/[keyId]/activate': aiKeysByIdActivate,
};
