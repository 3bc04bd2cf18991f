/** Where to go after signing in: a path of this panel, never another site (`//host`, `/\host`, `https:`). */
export function safeCallbackUrl(value: string | null | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these, so "/<tab>/host" would become "//host"
  return value && /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(value) ? value : '/';
}
