import { z } from 'zod';
import type { HealthItem } from '../health/schema';

/** Nothing to choose: `POST /api/v1/own-servers/check`. */
export const CheckServersInput = z.strictObject({});

/** How a mail server of one's own stands, as the daily looks of the domains that send through it found it. */
export type OwnServerView = {
  provider: { id: string; name: string; active: boolean };
  host: string;
  port: number;
  /** Whether it is reached, and its certificate; null: nobody has looked. */
  look: HealthItem | null;
  /** Where what cannot be delivered comes back to; null: to each sender. */
  bounceAddress: string | null;
  domains: { id: string; name: string }[];
};

/** From where it sends. `host`: the name that the address should have; null: several servers send for its domains. */
export type ServerAddress = {
  address: string;
  host: string | null;
  name: HealthItem;
  lists: HealthItem | null;
};

export type OwnServersView = {
  servers: OwnServerView[];
  addresses: ServerAddress[];
  /** Of the latest look. */
  checkedAt: string | null;
};
