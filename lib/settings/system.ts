import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { whole } from './bounds';
import { distinct } from './categories';

const MEMORY_MB = whole(256, 65_536);

/** What the processes themselves work by. Those of `processes` and `database` from their next start on, the others at once. */
export const system = {
  processes: {
    /** Each delivers as many messages at once as the settings of the queue say. */
    workers: whole(1, 16).default(1),
    /** The most that V8 keeps of what is alive; a process needs about half as much again. */
    webMemoryMb: MEMORY_MB.default(1_024),
    workerMemoryMb: MEMORY_MB.default(1_024),
    /** Of libuv, in each process: files, compression, the hashes of passwords. */
    threads: whole(1, 128).default(4),
    /** By number, as `taskset` counts them; none: all. Linux only. */
    workerCpus: z.array(whole(0, 1_023)).max(256).refine(distinct, flaw('twice')).default([]),
  },
  database: {
    /** At most so many in each process, opened as they are needed: what is delivered, what people and programs read, what they change. */
    deliveryConnections: whole(2, 200).default(10),
    readConnections: whole(2, 200).default(6),
    writeConnections: whole(2, 200).default(4),
    /** Unused for so long, a connection beyond what is needed is closed. */
    idleSeconds: whole(5, 3_600).default(60),
    connectSeconds: whole(1, 60).default(4),
    /** A read that takes longer is given up. 0: none is. */
    readTimeoutSeconds: whole(0, 3_600).default(120),
    /** PostgreSQL keeps the plans of statements by connection. What goes by a pooler (`RELEVO_DATABASE_SESSION_URL`) never has any. */
    statementCache: z.boolean().default(true),
  },
  disk: {
    /** With less than this free, or this share of it, nothing is accepted until there is room again. Of the percent never more than 5 GB. 0: never. */
    stopBelowMb: whole(0, 10_000_000).default(500),
    stopBelowPercent: whole(0, 50).default(1),
  },
  caches: {
    /** Of how many domains it is known whether they take mail, and for how long. */
    mailDomains: whole(100, 1_000_000).default(10_000),
    mailDomainMinutes: whole(1, 1_440).default(10),
    /** Published templates that a process keeps at hand. */
    templates: whole(10, 100_000).default(1_000),
    /** Of large messages that one process sends at the same time, together. */
    largeMessagesMb: whole(16, 4_096).default(64),
  },
};

const { processes, database, disk, caches } = system;

export const SystemSettings = z.strictObject({
  processes: z.strictObject(processes).prefault({}),
  database: z.strictObject(database).prefault({}),
  disk: z.strictObject(disk).prefault({}),
  caches: z.strictObject(caches).prefault({}),
});
export type SystemSettings = z.infer<typeof SystemSettings>;

/** Of `system`, what a process reads when it starts. */
export const AT_START = ['processes', 'database'] as const satisfies (keyof SystemSettings)[];
