/** As `multipart/form-data`, which is what its API reads; a name may come several times. */
export async function encodeForm(
  form: FormData | Iterable<[string, string]>,
): Promise<{ body: Buffer; type: string }> {
  const encoded = new Response(form instanceof FormData ? form : toForm(form));
  return { type: encoded.headers.get('content-type')!, body: Buffer.from(await encoded.arrayBuffer()) };
}

function toForm(fields: Iterable<[string, string]>): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
