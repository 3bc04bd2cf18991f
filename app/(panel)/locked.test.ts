import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leastRole, type Permission } from '@/lib/permissions';

/** Opened by a button that is locked itself, or called by one that is: what they would do cannot be pressed either. */
const BEHIND_A_LOCK = [
  'ai/ai-window.tsx',
  'ai/keys-window.tsx',
  'bounce-mailboxes/mailbox-window.tsx',
  'campaigns/[id]/decline-window.tsx',
  'campaigns/[id]/list-of-window.tsx',
  'campaigns/campaign-window.tsx',
  'companies/company-window.tsx',
  'contacts/[id]/wishes-window.tsx',
  'contacts/contact-window.tsx',
  'domains/domain-window.tsx',
  'drills/new-drill.tsx',
  'events/replay-window.tsx',
  'lists/list-window.tsx',
  'lists/segment-window.tsx',
  'messages/[id]/correct-address.tsx',
  'messages/[id]/move-time.tsx',
  'messages/[id]/use-resend.ts',
  'messages/use-act-on-many.ts',
  'messages/use-resend-many.ts',
  'notification-types/type-window.tsx',
  'people/invite-window.tsx',
  'providers/[id]/mail-templates/take-form.tsx',
  'providers/[id]/warm-up/warm-up-window.tsx',
  'providers/[id]/whatsapp-templates/bind-window.tsx',
  'providers/[id]/whatsapp-templates/submit-form.tsx',
  'providers/checks/test-beside.ts',
  'providers/use-reorder.ts',
  'providers/use-resume.ts',
  'queue/use-pause.ts',
  'reply-rules/rule-window.tsx',
  'reports/report-window.tsx',
  'rules/rule-window.tsx',
  'settings/document/use-document.ts',
  'settings/versions/use-restore.tsx',
  'subjects/kind-window.tsx',
  'subjects/notify-window.tsx',
  'subjects/source-window.tsx',
  'suppressions/add-window.tsx',
  'suppressions/undo-window.tsx',
  'templates/[id]/edit/ai/use-help.tsx',
  'templates/[id]/edit/components/save-as-component.tsx',
  'templates/[id]/edit/edit-screen.tsx',
  'templates/[id]/edit/send-test.tsx',
  'templates/[id]/edit/use-saving.ts',
  'templates/[id]/edit/use-server-draft.ts',
  'templates/new-from-gallery.tsx',
  'templates/template-window.tsx',
  'tokens/new-token.tsx',
  'webhooks/new-webhook.tsx',
  // The wizard is not drawn for who may not use it.
  'providers/new/step-choose.tsx',
  'providers/new/step-finish.tsx',
  'providers/new/suggest-backup.tsx',
  'providers/new/use-wizard.ts',
  'providers/new/wizard-form.tsx',
  'providers/new/wizard-resumed.tsx',
  // Handed on to the palette, which asks.
  'layout.tsx',
];

/** These draw by the role: which scopes a token can be given, which pages there are. */
const ASK_THE_TABLE = [
  'app/(panel)/tokens/token-fields.tsx',
  'components/layout/navigation.ts',
  'components/layout/use-locked.ts',
];

const PANEL = 'app/(panel)/';
const sources = globSync('{app,components}/**/*.{ts,tsx}')
  .filter((file) => file.startsWith(PANEL) || file.startsWith('components/'))
  .filter((file) => !file.includes('.test.') && !file.endsWith('/actions.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** What each action asks for, where that is more than everybody may. */
const asked = new Map(
  globSync('app/**/actions.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/const (\w+Action) = action\(\s*\{ may: '([a-z.]+)' \}/g)]
      .filter(([, , permission]) => leastRole(permission as Permission) !== 'viewer')
      .map(([, name, permission]): [string, string] => [name!, permission!]),
  ),
);

function actionsIn(text: string): string[] {
  return [...text.matchAll(/import \{([^}]+)\} from '[^']*\/actions'/g)]
    .flatMap(([, names]) => names!.split(','))
    .map((name) => name.trim())
    .filter((name) => asked.has(name));
}

const isLocked = (text: string, permission: string) =>
  text.includes(`useLocked('${permission}'`) || /(disabled|locked)Reason: string \| null/.test(text);

describe('whoever may not do something', () => {
  it('finds no button for it that is not locked', () => {
    expect(asked.size).toBeGreaterThan(20);
    const open = sources
      .filter(({ text }) => actionsIn(text).some((name) => !isLocked(text, asked.get(name)!)))
      .map(({ file }) => file.replace(PANEL, ''));
    expect(open.toSorted()).toEqual(BEHIND_A_LOCK.toSorted());
  });

  it('is known by one hook', () => {
    const others = sources.filter(({ text }) =>
      /import \{[^}]*\bmay\b[^}]*\} from '@\/lib\/permissions'/.test(text),
    );
    expect(others.map(({ file }) => file).toSorted()).toEqual(ASK_THE_TABLE);
    expect(
      sources
        .filter(({ text }) => /\brole === '|\bcanEdit\b|\bcanWrite\b/.test(text))
        .map(({ file }) => file),
    ).toEqual(['app/(panel)/people/person-state.ts']);
  });
});
