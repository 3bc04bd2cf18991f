import { Resolver } from 'node:dns';
import { z } from 'zod';
import { isCidr } from './text/ip-range';

const port = z.coerce.number().int().min(1).max(65535);
const flag = z.stringbool();

function areDnsServers(servers: string[]): boolean {
  try {
    new Resolver().setServers(servers);
    return true;
  } catch {
    return false;
  }
}

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

const DEVICE = /^[0-9a-f.:]+\/\d{1,3}=rlv_[0-9A-Za-z]{12}$/i;

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  /** Past the pooler that `DATABASE_URL` leads to: what needs a connection of its own goes this way. */
  RELEVO_DATABASE_SESSION_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  RELEVO_DATA_DIR: z.string().min(1).default('.data'),
  RELEVO_MASTER_KEY: z.string().min(1).optional(),
  /** Where backups are kept; within the data directory unless it is a whole path. */
  RELEVO_BACKUP_FOLDER: z.string().min(1).optional(),
  /** For whom they are encrypted, as `age1…`; none: for a key that is made in the data directory. */
  RELEVO_BACKUP_RECIPIENTS: list,
  /** A document of the configuration, applied at each start; with a wrong one it starts all the same, unless it is strict. */
  RELEVO_CONFIG: z.string().min(1).optional(),
  RELEVO_CONFIG_STRICT: flag.default(false),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must look like https://relevo.example.com' }).optional(),
  /** Private ranges that HTTP targets may reach besides public addresses. */
  RELEVO_PRIVATE_TARGETS: list.refine(
    (ranges) => ranges.every(isCidr),
    'must be a list such as 10.0.0.0/8,fd00::/8',
  ),
  /** Who is asked all that is asked of DNS (addresses of targets and servers, records of domains), instead of the system. */
  RELEVO_DNS_SERVERS: list.refine(areDnsServers, 'must be a list such as 10.0.0.53:53,[fd00::53]:53'),
  /** The door for programs that speak SMTP: with STARTTLS, and with TLS from the first byte. None unless given. */
  RELEVO_SMTP_PORT: port.optional(),
  RELEVO_SMTPS_PORT: port.optional(),
  /** Where it listens; as the panel unless told otherwise. */
  RELEVO_SMTP_HOST: z.string().min(1).optional(),
  RELEVO_TLS_CERT: z.string().min(1).optional(),
  RELEVO_TLS_KEY: z.string().min(1).optional(),
  /** Who may sign in at it without TLS, beside this machine. */
  RELEVO_SMTP_PLAIN_FROM: list.refine(
    (ranges) => ranges.every(isCidr),
    'must be a list such as 192.168.1.0/24,fd00::/8',
  ),
  /** Networks whose devices hand in at it without signing in, each with the beginning of the token whose rights they have. */
  RELEVO_SMTP_DEVICES: list.refine(
    (devices) => devices.every((device) => DEVICE.test(device)),
    'must be a list such as 192.168.1.40/32=rlv_abcdefghijkl',
  ),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  RELEVO_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Caps the supervisor's restart back-off; for failure tests. */
  RELEVO_RESTART_MAX_MS: z.coerce.number().int().min(10).default(30_000),
  NO_COLOR: flag.optional().catch(undefined),
});

export type Env = z.infer<typeof Environment>;

/** A wrong variable. The message is one readable line per variable. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** @throws EnvError naming every wrong variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(present);
  if (parsed.success) return parsed.data;
  throw new EnvError(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
  );
}

let cached: Env | undefined;

/** Parsed on first use, never at import: `next build` runs without any of it. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Where people reach the panel; used for links and to decide on secure cookies. */
export function publicUrl(): string {
  return env().PUBLIC_URL ?? `http://${env().HOST}:${env().PORT}`;
}

/** Where programs find us: by the API, and by SMTP where that door is open. */
export type DoorAddress = {
  url: string;
  host: string;
  /** With STARTTLS, and with TLS from the first byte. */
  port: number | null;
  tlsPort: number | null;
  /** There is a certificate: also programs on other machines can sign in. */
  certified: boolean;
};

export function doorAddress(): DoorAddress {
  const { RELEVO_SMTP_PORT, RELEVO_SMTPS_PORT, RELEVO_TLS_CERT, RELEVO_TLS_KEY } = env();
  const url = publicUrl();
  return {
    url,
    host: new URL(url).hostname,
    port: RELEVO_SMTP_PORT ?? null,
    tlsPort: RELEVO_SMTPS_PORT ?? null,
    certified: Boolean(RELEVO_TLS_CERT && RELEVO_TLS_KEY),
  };
}

export function isHttps(): boolean {
  return publicUrl().startsWith('https:');
}

export function forgetEnv(): void {
  cached = undefined;
}
