import { z } from 'zod';
import { PASSWORD_MAX } from '../schema';
import type { QrCode } from './draw-qr';

const password = z.string().min(1).max(PASSWORD_MAX);
/** Six digits of the app, or a recovery code. */
export const secondFactorCode = z.string().trim().min(1).max(40);

export const BeginSecondFactorInput = z.strictObject({ password });
export type BeginSecondFactorInput = z.infer<typeof BeginSecondFactorInput>;

export const SecondFactorCode = z.strictObject({ code: secondFactorCode });
export type SecondFactorCode = z.infer<typeof SecondFactorCode>;

/** Who changes a second factor shows both again. */
export const SecondFactorProof = z.strictObject({ password, code: secondFactorCode });
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

/** `since`: null while there is none. */
export type SecondFactorView = { since: string | null; codesLeft: number };

/** What an app is told once: `key` is what the picture says, to be typed. */
export type BegunSecondFactor = { key: string; qr: QrCode };
