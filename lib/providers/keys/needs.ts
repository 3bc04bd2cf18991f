/** What somebody signs in with, by its name among the secrets; others prove who tells something, or are extras. */
const CREDENTIALS = ['apiKey', 'accessKeyId', 'secretAccessKey', 'password'] as const;

/** Without which an API answers nothing: whoever sets one up has it at hand. */
export function isCredentialOfApi(name: string): boolean {
  return name !== 'password' && (CREDENTIALS as readonly string[]).includes(name);
}

type Secrets = Record<string, unknown>;

/** What the key in use signs in with and another one lacks: used instead, it would send nothing. */
export function lacking(other: Secrets, inUse: Secrets | undefined): string[] {
  return CREDENTIALS.filter((name) => inUse?.[name] !== undefined && other[name] === undefined);
}
