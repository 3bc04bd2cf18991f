/** `class cause address`, as a person reads it; `delayed` where the server tries on. Written before the reader was asked. */
export type Expected = string;

export type BounceMail = { source: string; expected: Expected; mail: Buffer };
