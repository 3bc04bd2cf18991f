import { keyOf } from '@/lib/companies/resolve';
import { type KeyRow, listKeys } from '@/lib/dkim/keys';
import type { LoadedProvider } from '@/lib/providers/load';
import { summarize } from './findings';
import { registeredName } from './own-name';
import type { DomainRow } from './row';
import type { DomainView, KeyView, Purpose, RecordView, SenderView } from './schema';
import { sendersOf } from './senders';
import type { Step } from './steps';
import { type Wanted, wantedRecords } from './wanted';

export async function viewDomain(row: DomainRow): Promise<DomainView> {
  const [company, keys, senders] = await Promise.all([
    keyOf(row.companyId),
    listKeys(row.id),
    sendersOf(row.senders),
  ]);
  const names = new Map(senders.map((sender) => [sender.row.id, sender.row.name]));
  return {
    id: row.id,
    name: row.name,
    shownName: row.shownName,
    state: row.state,
    senders: {
      addresses: row.senders.addresses,
      providers: senders.map((sender) => viewSender(row, sender)),
    },
    ...settingsOf(row),
    step: row.step as Step,
    records: wantedRecords(row, keys, senders).map((wanted) => viewRecord(row, wanted, names)),
    keys: keys.map(viewKey),
    nameServers: row.nameServers,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    nextCheckAt: row.nextCheckAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    brokenAt: row.brokenAt?.toISOString() ?? null,
    ...(company && { company }),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function settingsOf(row: DomainRow) {
  const { algorithms, rotateEveryDays, dmarc, returnPath, returnPathHost, trackingName } = row;
  return {
    algorithms,
    rotateEveryDays,
    dmarc,
    returnPath: returnPath && returnPathHost ? { name: returnPath, host: returnPathHost } : null,
    tracking: trackingName ? { name: trackingName } : null,
  };
}

function viewSender({ wishes }: DomainRow, { row: { id, name, kind }, adapter }: LoadedProvider): SenderView {
  const told = wishes[id];
  if (!told || !adapter.domains) return { id, name, kind };
  const { problem, verified, needs = null, reply, askedAt } = told;
  return {
    id,
    name,
    kind,
    there: { state: problem ?? (verified ? 'verified' : 'waiting'), needs, reply, askedAt },
  };
}

export function auditOf(row: DomainRow) {
  return { name: row.name, companyId: row.companyId, senders: row.senders, ...settingsOf(row) };
}

/** One that was never looked at, or wanted otherwise then, is not known. */
function viewRecord({ name, checks }: DomainRow, wanted: Wanted, names: Map<string, string>): RecordView {
  const check = checks[wanted.key];
  const { key, purpose, type, value, required, providerId } = wanted;
  return {
    key,
    purpose: purpose as Purpose,
    type,
    name: wanted.name,
    host: hostWithin(wanted.name, registeredName(name)),
    value,
    state: check?.state ?? 'unknown',
    required,
    ...(providerId && { provider: names.get(providerId) }),
    finding: check?.finding ?? null,
    summary: summarize(check?.finding ?? null),
    found: check?.found ?? [],
    servers: check?.servers ?? [],
    checkedAt: check?.checkedAt ?? null,
    firstSeenAt: check?.firstSeenAt ?? null,
    changedAt: check?.changedAt ?? null,
    history: check?.history ?? [],
  };
}

/** As panels of DNS hosts want it. */
export function hostWithin(name: string, domain: string): string {
  if (name === domain) return '@';
  return name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : name;
}

function viewKey({ selector, algorithm, state, createdAt, signsSince, retiresAt }: KeyRow): KeyView {
  return {
    selector,
    algorithm,
    state,
    createdAt: createdAt.toISOString(),
    signsSince: signsSince?.toISOString() ?? null,
    retiresAt: retiresAt?.toISOString() ?? null,
  };
}
