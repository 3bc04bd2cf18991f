import { z } from 'zod';

export const VERDICTS = ['passes', 'fails', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const REASONS = [
  'spf_passes',
  'spf_not_allowed',
  'spf_other_domain',
  'spf_unknown',
  'dkim_passes',
  'dkim_record',
  'dkim_other_domain',
  'dkim_none',
  'dkim_unknown',
  'dmarc_missing',
  'dmarc_several',
  'dmarc_unknown',
  'not_judged',
] as const;
export type ReasonCode = (typeof REASONS)[number];

export type Reason = { code: string; params?: Record<string, string | number> };

/** What would become of mail that a provider sends in the domain's name. */
export type PairView = {
  provider: { id: string; name: string; kind: string };
  /** Meant to send as the domain; the others may come to it by a failover. */
  isSender: boolean;
  verdict: Verdict;
  spf: { result: string; domain: string | null; aligned: boolean; address: string | null };
  dkim: { result: string; domain: string | null; aligned: boolean; by: 'relevo' | 'provider' | null };
  dmarc: { result: string; policy: string | null };
  reasons: Reason[];
  /** The same in English. */
  summary: string;
  checkedAt: string | null;
};

export type PairsView = { domain: string; data: PairView[] };

/** Nothing to choose: `POST /api/v1/domains/deliverability/check`. */
export const CheckMatrixInput = z.strictObject({});

/** All domains by all providers, each pair in short. */
export type MatrixView = {
  providers: PairView['provider'][];
  data: {
    id: string;
    name: string;
    pairs: (Pick<PairView, 'isSender' | 'verdict' | 'reasons' | 'checkedAt'> & {
      /** Its id. */
      provider: string;
      /** Passes and is aligned. */
      spf: boolean;
      dkim: boolean;
    })[];
  }[];
};
