import { inUse, type SecretRow, type StoredToken, type Waiting } from './rows';
import type { TokenDetail, TokenSecretView, TokenView } from './schema';

export function viewToken(row: StoredToken, company?: string): TokenView {
  const { limitMinute: minute, limitDay: day, secrets } = row;
  const { rotateEveryDays: everyDays, rotateGraceHours: graceHours } = row;
  const last = secrets.toSorted((a, b) => Number(b.lastUsedAt ?? 0) - Number(a.lastUsedAt ?? 0))[0];
  const previous = secrets.map(({ validUntil }) => Number(validUntil ?? 0));
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    masked: `rlv_${row.publicId}_…${inUse(row)?.last4 ?? ''}`,
    kind: row.kind,
    scopes: row.scopes,
    allowedIps: row.allowedIps,
    fromDomains: row.fromDomains,
    providers: row.providerIds,
    limits: minute === null && day === null ? null : { minute, day },
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: last?.lastUsedAt?.toISOString() ?? null,
    lastUsedFrom: last?.lastUsedIp ?? null,
    lastUsedWith: last?.lastUsedAgent ?? null,
    previousValidUntil: Math.max(...previous, 0) > 0 ? new Date(Math.max(...previous)).toISOString() : null,
    rotation: everyDays === null ? null : { everyDays, graceHours: graceHours ?? 0 },
    nextRotationAt: row.rotateAt?.toISOString() ?? null,
    waitingSince: row.waiting?.createdAt.toISOString() ?? null,
    responsible: row.responsibleId,
    madeBy: row.parentId,
    ...(company && { company }),
    createdAt: row.createdAt.toISOString(),
  };
}

export function viewSecret(row: SecretRow): TokenSecretView {
  return {
    id: row.id,
    last4: row.last4,
    validUntil: row.validUntil?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedFrom: row.lastUsedIp,
    lastUsedWith: row.lastUsedAgent,
    createdAt: row.createdAt.toISOString(),
  };
}

export function viewWaiting({ last4, createdAt, mailedAt, mailProblem }: Waiting): TokenDetail['waiting'] {
  return { last4, since: createdAt.toISOString(), mailedAt: mailedAt?.toISOString() ?? null, mailProblem };
}
