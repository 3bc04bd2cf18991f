import type postgres from 'postgres';
import type { System } from '@/lib/testing/system';
import type { Client } from './client';
import type { Random } from './random';

/** One assertion of a scenario, with what was found. */
export type Check = { name: string; passed: boolean; found: unknown };

export type Report = {
  /** What was done to the system, in words. */
  done: string;
  /** Counts and durations, for people who compare runs. */
  figures: Record<string, unknown>;
  checks: Check[];
};

/** What a scenario works with. */
export type Run = {
  system: System;
  client: Client;
  /** A stream of choices for one purpose: what is drawn as things happen must not shift what was planned. */
  random: (purpose: string) => Random;
  short: boolean;
  /** Aborted when the scenario's time is up. */
  signal: AbortSignal;
  /** A connection of the harness's own to the system's database. */
  sql: () => postgres.Sql;
  progress: (text: string) => void;
};

export type Scenario = {
  name: string;
  /** After so long the scenario counts as failed. Without a short one it is left out of short runs: it cannot be hurried. */
  timeLimitSeconds: { full: number; short?: number };
  run: (run: Run) => Promise<Report>;
};
