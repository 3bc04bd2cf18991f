import { createMailbox, deleteMailbox, updateMailbox } from '@/lib/bounces/mailboxes/change';
import { findRow, listMailboxes } from '@/lib/bounces/mailboxes/find';
import { MailboxInput, MailboxPatch } from '@/lib/bounces/mailboxes/schema';
import { openPassword } from '@/lib/bounces/mailboxes/sealed-passwords';
import type { Context } from '@/lib/context';
import { type Noun, only, type Secrets, secretsFor } from '../noun';
import { thingsOf } from '../things';

const schema = MailboxPatch.omit({ version: true, name: true, password: true });
const FIELDS = Object.keys(schema.shape);

export const bounceMailboxes: Noun = {
  section: 'bounceMailboxes',
  schema,
  hasSecrets: true,
  async list(ctx) {
    const { data } = await listMailboxes(ctx);
    return thingsOf(data, async (view) => ({
      name: view.name,
      fields: { ...only(view, FIELDS), account: view.account?.name ?? null },
      secrets: await secretsOf(ctx, view.id),
    }));
  },
  async create(ctx, { name, fields, secrets }) {
    await createMailbox(ctx, MailboxInput.parse({ ...fields, ...secrets, name }, { reportInput: true }));
  },
  async update(ctx, { id }, changed) {
    const { fields } = changed;
    const secrets = secretsFor(changed, ['host', 'port', 'security', 'username', 'account']);
    // Given last, the one of the two that is meant.
    const { account, ...rest } = fields;
    const signIn = account === undefined || (account === null && secrets.password) ? {} : { account };
    // With an account the password goes by itself.
    const given = secrets.password === null && account ? {} : secrets;
    await updateMailbox(ctx, { id, ...MailboxPatch.parse({ ...rest, ...signIn, ...given }) });
  },
  remove: (ctx, { id }) => deleteMailbox(ctx, { id }),
  rename: async (ctx, { id }, title) => {
    await updateMailbox(ctx, { id, ...MailboxPatch.parse({ name: title }) });
  },
  sameAs: (name) => name.toLowerCase(),
};

async function secretsOf(ctx: Context, id: string): Promise<Secrets> {
  const { sealedPassword } = await findRow(ctx, id);
  if (sealedPassword === null) return {};
  try {
    return { password: openPassword(id, sealedPassword) };
  } catch {
    return { password: null };
  }
}
