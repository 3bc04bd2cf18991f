import { createDomain, deleteDomain, updateDomain } from '@/lib/domains/change';
import { listDomains } from '@/lib/domains/find';
import { DomainInput, DomainPatch } from '@/lib/domains/schema';
import { asciiDomain } from '@/lib/text/ascii-domain';
import { type Noun, only } from '../noun';
import { thingsOf } from '../things';

const schema = DomainPatch.omit({ version: true, step: true });
const FIELDS = Object.keys(schema.shape);

/** With keys of its own, made where it is added: a private key never travels in a document. */
export const domains: Noun = {
  section: 'domains',
  schema,
  async list(ctx) {
    const { data } = await listDomains(ctx);
    return thingsOf(data, (view) => ({
      name: view.shownName,
      fields: {
        ...only(view, FIELDS),
        senders: {
          addresses: view.senders.addresses,
          providers: view.senders.providers.map(({ name }) => name).toSorted(),
        },
      },
    }));
  },
  async create(ctx, { name, fields }) {
    await createDomain(ctx, DomainInput.parse({ ...fields, name }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateDomain(ctx, { id, ...DomainPatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteDomain(ctx, { id }),
  sameAs: asciiDomain,
  /** Whoever sends as it does so in no order. */
  normalize(fields) {
    const senders = fields.senders as { addresses: string[]; providers: string[] } | undefined;
    if (!senders) return fields;
    return { ...fields, senders: { ...senders, providers: senders.providers.toSorted() } };
  },
};
