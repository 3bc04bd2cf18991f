/** What a form of a browser sends, as far as it is not longer than any of ours; else nothing. */
export async function readFormText(request: Request, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total > mostBytes) {
      await reader.cancel();
      return '';
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString();
}
