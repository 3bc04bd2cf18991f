/** `Sandbox`, or `Sandbox-2` when there is one: names are unique whatever their case. */
export function freeName(wanted: string, taken: string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}
