import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { ACCESS } from '@/lib/http/handle';
import { leastRole, type Permission } from '@/lib/permissions';

/** next-auth loads parts of Next that exist only inside a server of Next. */
vi.mock('@/app/api/auth/auth', () => ({
  handlers: {},
  signIn: vi.fn(),
  signOut: vi.fn(),
  SignInRefused: Error,
}));

/** Who may do what over HTTP: a token's scope, and the least role of a person in the panel where it is not the usual one. */
const ENDPOINTS: Record<string, string> = {
  'GET /api/oauth/callback': 'providers:write, technician',
  'GET /api/oauth/start': 'providers:write, technician',
  'GET /api/v1/companies': 'companies:read',
  'POST /api/v1/companies': 'companies:write',
  'DELETE /api/v1/companies/[id]': 'companies:write',
  'GET /api/v1/companies/[id]': 'companies:read',
  'PATCH /api/v1/companies/[id]': 'companies:write',
  'GET /api/v1/events': 'events:read',
  'GET /api/v1/drills': 'providers:read',
  'POST /api/v1/drills': 'providers:write',
  'GET /api/v1/drills/[id]': 'providers:read',
  'POST /api/v1/drills/[id]/end': 'providers:write',
  'GET /api/v1/messages': 'messages:read',
  'POST /api/v1/messages': 'messages:send',
  'GET /api/v1/messages/[id]': 'messages:read',
  'PATCH /api/v1/messages/[id]': 'messages:write',
  'GET /api/v1/messages/[id]/attachments/[position]': 'messages:read',
  'POST /api/v1/messages/[id]/cancel': 'messages:write',
  'GET /api/v1/messages/[id]/draft': 'messages:read',
  'GET /api/v1/messages/[id]/preview': 'messages:read',
  'POST /api/v1/messages/[id]/resend': 'messages:write',
  'POST /api/v1/messages/[id]/send-now': 'messages:write',
  'GET /api/v1/messages/[id]/source': 'messages:read',
  'POST /api/v1/messages/batch': 'messages:send',
  'POST /api/v1/messages/resend': 'messages:write',
  'GET /api/v1/audit': 'audit:read, technician',
  'GET /api/v1/audit.csv': 'audit:read, technician',
  'GET /api/v1/messages.csv': 'messages:read',
  'POST /api/v1/messages/cancel': 'messages:write',
  'GET /api/v1/messages/count': 'messages:read',
  'GET /api/v1/messages/preview-frame': 'messages:read',
  'GET /api/v1/metrics': 'metrics:read',
  'GET /api/v1/metrics/providers': 'metrics:read',
  'GET /api/v1/metrics/providers/[id]': 'metrics:read',
  'GET /api/v1/people': 'people:read',
  'POST /api/v1/people': 'people:write, administrator',
  'GET /api/v1/people/[id]': 'people:read',
  'PATCH /api/v1/people/[id]': 'people:write, administrator',
  'POST /api/v1/people/[id]/activate': 'people:write, administrator',
  'POST /api/v1/people/[id]/deactivate': 'people:write, administrator',
  'POST /api/v1/people/[id]/reset': 'people:write, administrator',
  'GET /api/v1/people/invitations': 'people:read',
  'DELETE /api/v1/people/invitations/[id]': 'people:write, administrator',
  'POST /api/v1/people/invitations/[id]/renew': 'people:write, administrator',
  'GET /api/v1/provider-kinds': 'providers:read',
  'GET /api/v1/providers': 'providers:read',
  'POST /api/v1/providers': 'providers:write',
  'DELETE /api/v1/providers/[id]': 'providers:write',
  'GET /api/v1/providers/[id]': 'providers:read',
  'PATCH /api/v1/providers/[id]': 'providers:write',
  'GET /api/v1/providers/[id]/changes': 'providers:read',
  'POST /api/v1/providers/[id]/health-check': 'providers:write',
  'GET /api/v1/providers/[id]/keys': 'providers:read',
  'POST /api/v1/providers/[id]/keys': 'providers:write',
  'DELETE /api/v1/providers/[id]/keys/[keyId]': 'providers:write',
  'POST /api/v1/providers/[id]/keys/[keyId]/activate': 'providers:write',
  'GET /api/v1/providers/[id]/statistics': 'providers:read',
  'POST /api/v1/providers/[id]/test': 'providers:write',
  'GET /api/v1/providers/[id]/tests': 'providers:read',
  'POST /api/v1/providers/[id]/try-now': 'providers:write',
  'POST /api/v1/providers/[id]/weight/restore': 'providers:write',
  'POST /api/v1/providers/reorder': 'providers:write',
  'GET /api/v1/routing': 'providers:read',
  'GET /api/v1/queue': 'messages:read',
  'GET /api/v1/queue/jobs': 'messages:read',
  'POST /api/v1/queue/test': 'messages:send',
  'GET /api/v1/sandbox-messages': 'messages:read',
  'GET /api/v1/settings': 'settings:read',
  'PATCH /api/v1/settings': 'settings:write',
  'GET /api/v1/statistics': 'metrics:read',
  'GET /api/v1/status': 'messages:read',
  'GET /api/v1/tokens': 'tokens:read',
  'POST /api/v1/tokens': 'tokens:write',
  'GET /api/v1/tokens/[id]': 'tokens:read',
  'PATCH /api/v1/tokens/[id]': 'tokens:write',
  'DELETE /api/v1/tokens/[id]': 'tokens:write',
  'POST /api/v1/tokens/[id]/rotate': 'tokens:write',
  'POST /api/v1/tokens/self/rotate': 'any',
  'GET /api/v1/workers': 'messages:read',
};

/** Routes that anybody may call: they say nothing of anyone, or are the way in. */
const PUBLIC_ROUTES = [
  'app/api/[[...unknown]]/route.ts',
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/errors/route.ts',
  'app/api/health/ready/route.ts',
  'app/api/health/route.ts',
  'app/api/openapi.json/route.ts',
];

/** Who may press what in the panel; `public` names the few that guard themselves. */
const ACTIONS: Record<string, string> = {
  'app/(auth)/forgotten/actions.ts forgottenAction': 'public: sign-in page',
  'app/(auth)/join/[token]/actions.ts joinAction': 'public: invitation link',
  'app/(auth)/new-password/[token]/actions.ts newPasswordAction': 'public: password link',
  'app/(auth)/setup/[token]/actions.ts completeSetupAction': 'public: set-up link',
  'app/(auth)/setup/provider/actions.ts createSandboxAction': 'technician',
  'app/(auth)/sign-in/actions.ts signInAction': 'public: sign-in page',
  'app/(panel)/account/actions.ts changePasswordAction': 'viewer',
  'app/(panel)/account/actions.ts revokeSessionAction': 'viewer',
  'app/(panel)/actions.ts signOutAction': 'viewer',
  'app/(panel)/actions.ts updatePreferencesAction': 'viewer',
  'app/(panel)/companies/actions.ts createCompanyAction': 'technician',
  'app/(panel)/companies/actions.ts deleteCompanyAction': 'technician',
  'app/(panel)/companies/actions.ts updateCompanyAction': 'technician',
  'app/(panel)/drills/actions.ts endDrillAction': 'technician',
  'app/(panel)/drills/actions.ts startDrillAction': 'technician',
  'app/(panel)/messages/actions.ts cancelMessageAction': 'technician',
  'app/(panel)/messages/actions.ts cancelMessagesAction': 'technician',
  'app/(panel)/messages/actions.ts chooseColumnsAction': 'viewer',
  'app/(panel)/messages/actions.ts deleteViewAction': 'viewer',
  'app/(panel)/messages/actions.ts saveViewAction': 'viewer',
  'app/(panel)/messages/actions.ts sendNowAction': 'technician',
  'app/(panel)/messages/actions.ts updateViewAction': 'viewer',
  'app/(panel)/messages/actions.ts resendMessageAction': 'technician',
  'app/(panel)/messages/actions.ts rescheduleMessageAction': 'technician',
  'app/(panel)/messages/actions.ts resendMessagesAction': 'technician',
  'app/(panel)/providers/actions.ts activateKeyAction': 'technician',
  'app/(panel)/providers/actions.ts addKeyAction': 'technician',
  'app/(panel)/providers/actions.ts createProviderAction': 'technician',
  'app/(panel)/providers/actions.ts deleteProviderAction': 'technician',
  'app/(panel)/providers/actions.ts dropDraftAction': 'technician',
  'app/(panel)/providers/actions.ts getDraftAction': 'technician',
  'app/(panel)/providers/actions.ts listUnfinishedAction': 'viewer',
  'app/(panel)/providers/actions.ts removeKeyAction': 'technician',
  'app/(panel)/providers/actions.ts reorderProvidersAction': 'technician',
  'app/(panel)/providers/actions.ts restoreWeightAction': 'technician',
  'app/(panel)/providers/actions.ts saveDraftAction': 'technician',
  'app/(panel)/providers/actions.ts testProviderAction': 'technician',
  'app/(panel)/providers/actions.ts tryNowAction': 'technician',
  'app/(panel)/providers/actions.ts updateProviderAction': 'technician',
  'app/(panel)/queue/actions.ts pausePrioritiesAction': 'technician',
  'app/(panel)/queue/actions.ts testQueueAction': 'technician',
  'app/(panel)/settings/actions.ts updateSettingsAction': 'technician',
  'app/(panel)/tokens/actions.ts createTokenAction': 'technician',
  'app/(panel)/tokens/actions.ts pickUpAction': 'technician',
  'app/(panel)/tokens/actions.ts revokeTokenAction': 'technician',
  'app/(panel)/tokens/actions.ts rotateTokenAction': 'technician',
  'app/(panel)/tokens/actions.ts updateTokenAction': 'technician',
};

type Access = { scope?: string; may?: Permission; public?: string };
type Exports = Record<string, { [ACCESS]?: Access }>;

const routes = globSync('app/**/route.{ts,tsx}').toSorted();
const isGuarded = (file: string) => /^app\/api\/(v1|oauth)\//.test(file);
const actionFiles = globSync('app/**/actions.{ts,tsx}').toSorted();

/** Every export of these files with what it asks for; `unguarded` if it was not made by our wrappers. */
async function readAccess(files: string[], name: (file: string, key: string) => string) {
  const entries = await Promise.all(
    files.map(async (file) => {
      const exports: Exports = await import(/* @vite-ignore */ `../../${file}`);
      return Object.keys(exports).map((key) => [name(file, key), tell(key, exports[key]![ACCESS])]);
    }),
  );
  return Object.fromEntries(entries.flat());
}

function tell(key: string, access: Access | undefined): string {
  if (access?.public) return `public: ${access.public}`;
  if (!access?.may) return 'unguarded';
  const least = leastRole(access.may);
  const usual = key === 'GET' ? 'viewer' : 'technician';
  if (!access.scope) return least;
  return least === usual ? access.scope : `${access.scope}, ${least}`;
}

describe('everything that can be called from outside is guarded and listed', () => {
  it('each method of each route of the API', async () => {
    const files = routes.filter(isGuarded);
    const path = (file: string) => file.replace(/^app/, '').replace(/\/route\.tsx?$/, '');
    expect(await readAccess(files, (file, key) => `${key} ${path(file)}`)).toEqual(ENDPOINTS);
  });

  it('no other routes but the public ones', () => {
    expect(routes.filter((file) => !isGuarded(file))).toEqual(PUBLIC_ROUTES);
  });

  it('each server action', async () => {
    expect(await readAccess(actionFiles, (file, key) => `${file} ${key}`)).toEqual(ACTIONS);
  });

  it('no server actions outside the files for them', () => {
    const directive = /^\s*(['"])use server\1/m;
    const files = globSync('{app,components,lib}/**/*.{ts,tsx}').filter((file) =>
      directive.test(readFileSync(file, 'utf8')),
    );
    expect(files.toSorted()).toEqual(actionFiles);
    for (const file of actionFiles) expect(readFileSync(file, 'utf8'), file).toMatch(/^'use server';\n/);
  });
});
