import { z } from 'zod';
import {
  RotateInput,
  SCOPES,
  type Scope,
  type TokenDetail,
  TokenInput,
  TokenPatch,
} from '@/lib/tokens/schema';

export const EXPIRIES = ['usual', '30', '90', '365', 'never'] as const;

/** Of what most programs do, and what each of these may. */
export const PRESETS = {
  send: ['messages:send'],
  follow: ['messages:send', 'messages:read', 'events:read'],
  read: ['companies:read', 'events:read', 'messages:read', 'metrics:read', 'providers:read', 'settings:read'],
} as const satisfies Record<string, TokenInput['scopes']>;

type NounOf<S> = S extends `${infer Noun}:${string}` ? Noun : never;
export type Noun = NounOf<Scope>;

/** Those of which something can be done, in the order of the scopes. */
export function nounsOf(offered: readonly Scope[]): Noun[] {
  return [...new Set(offered.map((scope) => scope.split(':')[0] as Noun))];
}

export function scopesOf(noun: Noun, offered: readonly Scope[] = SCOPES): Scope[] {
  return offered.filter((scope) => scope.startsWith(`${noun}:`));
}

/** An empty list bounds nothing. */
const boundList = (shape: z.ZodType<string[] | null | undefined, unknown>) =>
  z.preprocess((list) => (Array.isArray(list) && list.length === 0 ? null : list), shape);

const { name, note, scopes, company, allowedIps, fromDomains, providers, limits, kind } = TokenInput.shape;

/** Without days nothing is done by itself, whatever stands in the other field. */
const rotation = z.preprocess(
  (given) => ((given as { everyDays?: unknown } | undefined)?.everyDays ? given : null),
  TokenInput.shape.rotation,
);
/** Blank: nobody was chosen. */
const responsible = z.preprocess((given) => given || null, TokenInput.shape.responsible);

const bounds = {
  name,
  note,
  scopes,
  fromDomains: boundList(fromDomains),
  allowedIps: boundList(allowedIps),
  providers: boundList(providers),
  limits,
  rotation,
  responsible,
};

/** The form offers a few lifetimes, and that of the settings; the API takes any moment. */
export const TokenForm = z
  .strictObject({ ...bounds, kind, company, expires: z.enum(EXPIRIES) })
  .transform(({ expires, ...rest }): TokenInput => {
    // Blank means for all companies, as the form says, also to somebody who looks at one.
    const input = { ...rest, company: rest.company ?? null };
    if (expires === 'usual') return input;
    return expires === 'never' ? { ...input, expiresAt: null } : { ...input, expiresInDays: Number(expires) };
  });

/** What can be changed of one that is in use. What is left blank is taken away. */
export const TokenChanges = z
  .strictObject(bounds)
  .transform(({ note = null, limits = null, ...rest }) => TokenPatch.parse({ ...rest, note, limits }));

/** `usualHours`: of the settings, where it does not rotate by itself so far. */
export function toChanges(token: TokenDetail, usualHours: number): z.input<typeof TokenChanges> {
  return {
    name: token.name,
    note: token.note ?? '',
    scopes: token.scopes as TokenInput['scopes'],
    fromDomains: token.fromDomains ?? [],
    allowedIps: token.allowedIps ?? [],
    providers: token.providers ?? [],
    limits: { minute: token.limits?.minute ?? undefined, day: token.limits?.day ?? undefined },
    rotation: token.rotation ?? { graceHours: usualHours },
    responsible: token.responsible ? (token.told[0]?.email ?? '') : '',
  };
}

/** How long the secret from before works on: one of a few. */
export const RotateForm = z
  .strictObject({ graceHours: z.string() })
  .transform(({ graceHours }) => RotateInput.parse({ graceHours: Number(graceHours) }));
